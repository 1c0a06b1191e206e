import { askedInside, holds } from "#platform/questionnaire/conditions.ts";
import { fieldName, type Question, type Section } from "#platform/questionnaire/content.ts";
import { shownField } from "#platform/questionnaire/reading.ts";
import { timesToShow, writeAction } from "#platform/questionnaire/times.ts";
import { repetitionsOf, type Value, type Values } from "#platform/questionnaire/values.ts";
import type { Drawing } from "./drawing.ts";
import { QuestionField } from "./field.tsx";
import { Legend } from "./help.tsx";
import { wordTime } from "./words.ts";

interface Props extends Drawing {
  section: Section;
  values: Values;
}

/**
 * The questions of a page. Those that another answer of the same page may call are there, hidden: the page sent again shows
 * them, and the script shows them at once.
 */
export function SectionFields({ section, values, ...drawing }: Props) {
  const here = new Set(section.questions.map(({ id }) => id));
  return (
    <>
      {section.questions.map((question) => (
        <Asked
          {...drawing}
          question={question}
          path={[question.id]}
          value={values[question.id]}
          asked={holds(question.condition, drawing.answers)}
          here={here}
        />
      ))}
    </>
  );
}

interface AskedProps extends Drawing {
  question: Question;
  path: readonly string[];
  value: Value | undefined;
  asked: boolean;
  /** The questions that can be answered on this page. */
  here: ReadonlySet<string>;
}

/** A question as it stands on the page: shown, hidden until another answer calls it, or not there at all. */
function Asked({ asked, here, ...props }: AskedProps) {
  const { question, path } = props;
  const field = fieldName(...path);
  const tests = question.condition?.tests ?? [];
  const callable = tests.some((test) => here.has(test.question));
  if (!asked && !callable) return null;
  return (
    <div
      class="asked"
      id={`question-${field}`}
      data-asked={field}
      data-kind={question.kind}
      data-identifier={question.identifier}
      data-condition={callable ? JSON.stringify(question.condition) : undefined}
      hidden={!asked}
    >
      <input type="hidden" name={shownField} value={field} disabled={!asked} />
      {question.kind === "block" ? <Block {...props} /> : <QuestionField {...props} />}
    </div>
  );
}

/** A block: what is asked each time, one frame for each, with buttons to add, remove and move. */
function Block({ question, value, ...drawing }: Omit<AskedProps, "asked" | "here">) {
  const times = timesToShow(repetitionsOf(value), question.least ?? 0);
  const one = question.one || "élément";
  const error = drawing.errors[question.id];
  const inner = new Set((question.questions ?? []).map(({ id }) => id));
  return (
    <fieldset class={`field block ${error ? "field-wrong" : ""}`} id={`champ-${question.id}`}>
      <legend>
        <Legend question={question} />
      </legend>
      {question.help ? <p class="help">{question.help}</p> : null}
      {error ? <p class="error">{error}</p> : null}
      {times.map((time, place) => {
        const asked = new Set(askedInside(question, time.values, drawing.answers));
        const name = wordTime(question, time.values, place);
        return (
          <fieldset class="time" id={`champ-${fieldName(question.id, time.id)}`} tabindex={-1}>
            <legend>{name}</legend>
            <input type="hidden" name={question.id} value={time.id} />
            {(question.questions ?? []).map((each) => (
              <Asked
                {...drawing}
                question={each}
                path={[question.id, time.id, each.id]}
                value={time.values[each.id]}
                asked={asked.has(each)}
                here={inner}
              />
            ))}
            <p class="time-buttons">
              {place > 0 ? (
                <TimeButton what="up" block={question.id} time={time.id} label="Monter" of={name} />
              ) : null}
              {place < times.length - 1 ? (
                <TimeButton what="down" block={question.id} time={time.id} label="Descendre" of={name} />
              ) : null}
              <TimeButton what="remove" block={question.id} time={time.id} label="Retirer" of={name} />
            </p>
          </fieldset>
        );
      })}
      {question.most === undefined || times.length < question.most ? (
        <p>
          <button
            type="submit"
            class="button button-quiet"
            name="suite"
            value={writeAction({ what: "add", block: question.id })}
          >
            Ajouter : {one}
          </button>
        </p>
      ) : null}
    </fieldset>
  );
}

function TimeButton({
  what,
  block,
  time,
  label,
  of,
}: {
  what: "up" | "down" | "remove";
  block: string;
  time: string;
  label: string;
  of: string;
}) {
  return (
    <button type="submit" class="button button-quiet" name="suite" value={writeAction({ what, block, time })}>
      {label}
      <span class="sr-only"> « {of} »</span>
    </button>
  );
}
