import type { Child } from "hono/jsx";
import { plural } from "#ui/format.ts";
import { type Goal, GoalSwatch } from "#ui/goal.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import {
  type Answers,
  nextOf,
  progressOf,
  type ServedGoal,
  scaleOf,
  servedGoals,
  storyOf,
  type ToolCode,
  type ToolContent,
} from "./rules.ts";
import { wordShare, wordStory } from "./texts.ts";

interface Props {
  tool: ToolCode;
  content: ToolContent;
  answers: Answers;
  /** The goals of the 2030 Agenda, 1 to 17. */
  goals: readonly Goal[];
}

/** What the answers come to. */
export function ToolResult(props: Props) {
  const { tool, content } = props;
  return (
    <section class="tool-result">
      <h2>Ce que cela donne</h2>
      {tool === "goals" ? (
        <Served {...props} />
      ) : tool === "pitch" ? (
        <Story {...props} />
      ) : tool === "chessboard" ? null : (
        <Progress {...props} />
      )}
      {content.closing ? <p class="soft">{content.closing}</p> : null}
    </section>
  );
}

function Progress({ tool, content, answers }: Props) {
  const { parts, share, asked, answered } = progressOf(tool, content, answers);
  const next = nextOf(tool, content, answers);
  return (
    <>
      <p>
        <strong>{wordShare(share)}</strong> du chemin ; {plural(answered, "réponse")} sur {asked}.
      </p>
      <table class="table tool-progress">
        <caption class="sr-only">Avancement par partie</caption>
        <thead>
          <tr>
            <th scope="col">Partie</th>
            <th scope="col">
              <span class="sr-only">Dessin</span>
            </th>
            <th scope="col" class="numeric">
              Avancement
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ section, share: part }) => (
            <tr>
              <th scope="row">{section.title}</th>
              <td>
                <Bar share={part} />
              </td>
              <td class="numeric">{wordShare(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {next.length > 0 ? (
        <>
          <h3>{tool === "steps" ? "La suite" : "À mettre à l’ordre du jour"}</h3>
          <ul>
            {next.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** A share, drawn; the figure is beside it. */
export const Bar = ({ share }: { share: number }) => (
  <svg class="tool-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="tool-bar-whole" width="100" height="8" />
    <rect class="tool-bar-part" width={Math.round(share * 1000) / 10} height="8" />
  </svg>
);

function Served({ content, answers, goals }: Props) {
  const { main, secondary, touched } = servedGoals(content, answers);
  if (!main && secondary.length === 0 && touched.length === 0)
    return <p>Répondez aux questions : la proposition vient avec les réponses.</p>;
  const line = (served: ServedGoal, more: Child = null) => {
    const goal = goals.find(({ code }) => code === String(served.goal));
    return (
      <li class="tool-goal">
        {goal ? <GoalSwatch goal={goal} /> : null}
        <div>
          <p class="line-title">{goal?.label ?? `ODD ${served.goal}`}</p>
          {more}
          <p class="soft">Parce que : {served.because.map(({ label }) => label).join(" ")}</p>
        </div>
      </li>
    );
  };
  return (
    <>
      <h3>Objectif principal</h3>
      {main ? (
        <ul class="lines">{line(main)}</ul>
      ) : (
        <p>Rien n’est encore « au cœur du projet » : c’est ce qui désigne l’objectif principal.</p>
      )}
      {secondary.length > 0 ? (
        <>
          <h3>Objectifs secondaires</h3>
          <ul class="lines">{secondary.map((one) => line(one))}</ul>
        </>
      ) : null}
      {touched.length > 0 ? (
        <p class="soft">
          Effleurés aussi :{" "}
          {touched
            .map(({ goal }) => goals.find(({ code }) => code === String(goal))?.label ?? `ODD ${goal}`)
            .join(" ; ")}
          .
        </p>
      ) : null}
    </>
  );
}

function Story({ content, answers }: Props) {
  const story = storyOf(content, answers);
  if (story.parts.length === 0) return <p>Le récit se compose ici à mesure que vous écrivez.</p>;
  return (
    <>
      <blockquote class="tool-story">
        {story.parts.map((part) => (
          <Paragraphs text={part} />
        ))}
      </blockquote>
      <p class="soft">{wordStory(story)}.</p>
    </>
  );
}

/** The tool and what was answered, as a sheet to print; what is not answered leaves room for a pen. */
export function PaperSheet({ tool, content, answers }: Omit<Props, "goals">) {
  const scale = scaleOf(tool);
  return (
    <>
      {content.sections.map((section) => (
        <section class="tool-paper">
          <h2>{section.title}</h2>
          {section.help ? <p class="soft">{section.help}</p> : null}
          {section.questions.map(({ id, label, help }) => (
            <div class="tool-asked">
              <p class="line-title">{label}</p>
              {help ? <p class="soft">{help}</p> : null}
              {scale ? (
                <ul class="tool-scale">
                  {scale.map((word, index) => (
                    <li>
                      {answers[id] === String(index) ? "☒" : "☐"} {word}
                    </li>
                  ))}
                </ul>
              ) : answers[id] ? (
                <Paragraphs text={answers[id] ?? ""} />
              ) : (
                <div class="tool-blank" />
              )}
            </div>
          ))}
          {scale && tool !== "goals" ? (
            answers[`note.${section.id}`] ? (
              <Paragraphs text={answers[`note.${section.id}`] ?? ""} />
            ) : (
              <div class="tool-blank" />
            )
          ) : null}
        </section>
      ))}
    </>
  );
}
