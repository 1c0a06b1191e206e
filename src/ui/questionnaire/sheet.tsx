import type { Child } from "hono/jsx";
import { askedInside, whatIsAsked } from "#platform/questionnaire/conditions.ts";
import type { Content, Question } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import {
  type FileValue,
  isBlank,
  repetitionsOf,
  type TableValue,
  type Value,
  type Values,
} from "#platform/questionnaire/values.ts";
import { Facts } from "../page.tsx";
import { tableLines, wordTime, wordValue } from "./words.ts";

interface Props {
  content: Content;
  values: Values;
  known: Known;
  fileHref?: ((id: string) => string) | undefined;
  /** What stands beside the heading of a page: a link to change it. */
  beside?: (sectionId: string) => Child;
}

/** An answer as it reads, page after page: on screen before it is sent, after, and on paper. */
export function AnswerSheet({ content, values, known, fileHref, beside }: Props) {
  const { ids, answers } = whatIsAsked(content, values);
  return (
    <>
      {content.sections
        .filter(({ id }) => ids.has(id))
        .map((section) => (
          <section class="sheet">
            <div class="sheet-head">
              <h2>{section.title}</h2>
              {beside?.(section.id)}
            </div>
            <dl class="sheet-answers">
              {section.questions
                .filter(({ id }) => ids.has(id))
                .map((question) => (
                  <div>
                    <dt>{question.label}</dt>
                    <dd>
                      <Said
                        question={question}
                        value={answers[question.id]}
                        answers={answers}
                        known={known}
                        fileHref={fileHref}
                      />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
    </>
  );
}

interface SaidProps {
  question: Question;
  value: Value | undefined;
  answers: Values;
  known: Known;
  fileHref?: ((id: string) => string) | undefined;
}

/** One answer; nothing said is said so. */
export function Said({ question, value, answers, known, fileHref }: SaidProps) {
  if (value === undefined || isBlank(value)) return <span class="unsaid">Sans réponse</span>;
  if (question.kind === "block")
    return (
      <ol class="sheet-times">
        {repetitionsOf(value).map((time, place) => (
          <li>
            <strong>{wordTime(question, time.values, place)}</strong>
            <Facts
              facts={askedInside(question, time.values, answers).map((inner) => [
                inner.label,
                isBlank(time.values[inner.id]) ? null : (
                  <Said
                    question={inner}
                    value={time.values[inner.id]}
                    answers={answers}
                    known={known}
                    fileHref={fileHref}
                  />
                ),
              ])}
            />
          </li>
        ))}
      </ol>
    );
  if (question.kind === "file" && fileHref)
    return (
      <Lines
        lines={(value as readonly FileValue[]).map((file) => <a href={fileHref(file.id)}>{file.name}</a>)}
      />
    );
  if (question.kind === "table") return <Lines lines={tableLines(question, value as TableValue, answers)} />;
  if (question.kind === "web") return <a href={String(value)}>{String(value)}</a>;
  return <Lines lines={wordValue(question, value, known)} />;
}

function Lines({ lines }: { lines: readonly Child[] }) {
  if (lines.length <= 1) return <span class="said">{lines[0]}</span>;
  return (
    <ul class="said-lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
