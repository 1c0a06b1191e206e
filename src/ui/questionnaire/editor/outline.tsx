import type { Problem } from "#platform/questionnaire/check.ts";
import { type Content, type Question, questionsOf, type Section } from "#platform/questionnaire/content.ts";
import { kindOf } from "#platform/questionnaire/kinds.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import { Tag } from "../../page.tsx";
import { operatorWords } from "../conditions.ts";

interface Links {
  section: (id: string) => string;
  question: (id: string) => string;
}

interface Props {
  content: Content;
  known: Known;
  links: Links;
  problems: readonly Problem[];
}

/**
 * The whole questionnaire as a list to work on: each page and question with its links and buttons, whose `value` says the
 * gesture. It stands in one form, so that a gesture carries the version that was read.
 */
export function Outline({ content, known, links, problems }: Props) {
  const byId = new Map(questionsOf(content).map((question) => [question.id, question]));
  const wrong = new Set(problems.map(({ target }) => target));
  const shared = { known, links, wrong, byId };
  return (
    <ol class="asking">
      {content.sections.map((section, place) => (
        <li class="asking-section" id={section.id}>
          <p class="asking-head">
            <a href={links.section(section.id)}>{section.title || "Page sans titre"}</a>
            {wrong.has(section.id) ? <Tag label="à corriger" tone="bad" /> : null}
          </p>
          <Gestures
            of={section}
            name={section.title}
            first={place === 0}
            last={place === content.sections.length - 1}
          />
          <When of={section} {...shared} />
          <Questions list={section.questions} {...shared} />
          <p class="asking-add">
            <button type="submit" class="button button-quiet" name="geste" value={`question:${section.id}`}>
              Ajouter une question<span class="sr-only"> à « {section.title} »</span>
            </button>
          </p>
        </li>
      ))}
    </ol>
  );
}

interface Shared {
  known: Known;
  links: Links;
  wrong: ReadonlySet<string>;
  byId: ReadonlyMap<string, Question>;
}

function Questions({
  list,
  inBlock = false,
  ...shared
}: Shared & { list: readonly Question[]; inBlock?: boolean }) {
  return (
    <ol class="asking-questions">
      {list.map((question, place) => (
        <li id={question.id}>
          <p class="asking-head">
            <a href={shared.links.question(question.id)}>{question.label || "Question sans intitulé"}</a>{" "}
            <span class="help">
              {kindOf(question.kind).label}
              {question.required ? ", obligatoire" : ""}
              {question.maps ? ", champ de la fiche" : ""}
            </span>
            {shared.wrong.has(question.id) ? <Tag label="à corriger" tone="bad" /> : null}
          </p>
          <Gestures
            of={question}
            name={question.label}
            first={inBlock && place === 0}
            last={inBlock && place === list.length - 1}
          />
          <When of={question} {...shared} />
          {question.kind === "block" ? (
            <>
              <Questions list={question.questions ?? []} inBlock {...shared} />
              <p class="asking-add">
                <button
                  type="submit"
                  class="button button-quiet"
                  name="geste"
                  value={`question:${question.id}`}
                >
                  Ajouter une question au bloc<span class="sr-only"> « {question.label} »</span>
                </button>
              </p>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const When = ({ of: { condition }, known, byId }: Shared & { of: Pick<Section | Question, "condition"> }) =>
  condition ? <p class="help asking-when">{operatorWords(condition, byId, known)}</p> : null;

/** Up, down, again, away: each a button of the form. */
function Gestures({
  of: { id },
  name,
  first,
  last,
}: {
  of: { id: string };
  name: string;
  first: boolean;
  last: boolean;
}) {
  const button = (gesture: string, label: string, off = false) =>
    off ? null : (
      <button type="submit" class="gesture" name="geste" value={`${gesture}:${id}`}>
        {label}
        <span class="sr-only"> « {name} »</span>
      </button>
    );
  return (
    <p class="gestures" data-gestures>
      {button("monter", "Monter", first)}
      {button("descendre", "Descendre", last)}
      {button("doubler", "Dupliquer")}
      {button("retirer", "Retirer")}
    </p>
  );
}
