import type { Condition, Question, Test } from "#platform/questionnaire/content.ts";
import { mostTests, writeTest } from "#platform/questionnaire/entry.condition.ts";
import { kindOf } from "#platform/questionnaire/kinds.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { Errors } from "#platform/web/form.ts";
import { type Option, SelectField, TextField } from "../../fields.tsx";
import { wordOperator, wordTest } from "../conditions.ts";
import { lineOf } from "../typed.ts";

/** Whether what is compared with is typed beside, rather than chosen with the question. */
const isTyped = ({ kind }: Question, is: Test["is"]) =>
  is === "more" || is === "less" || ["number", "money", "date", "text", "paragraph"].includes(kind);

/** Everything that can be asked of one question, in words. */
function testsOf(question: Question, known: Known): Option[] {
  const choices =
    question.kind === "yes_no" || question.kind === "consent"
      ? [true, false]
      : question.kind === "choice" || question.kind === "many"
        ? (question.options ?? []).map(({ id }) => id)
        : question.kind === "country" || question.kind === "countries"
          ? known.countries.map(({ value }) => value)
          : (known.terms.get(question.list ?? "") ?? []).map(({ value }) => Number(value));
  const group = question.label;
  return kindOf(question.kind).operators.flatMap((is) => {
    const alone = is === "answered" || is === "unanswered";
    if (alone || isTyped(question, is)) {
      const test: Test = { question: question.id, is };
      return [
        { value: writeTest(test, true), label: `${wordOperator(is, question)}${alone ? "" : "…"}`, group },
      ];
    }
    return choices.map((value) => {
      const test: Test = { question: question.id, is, value };
      const words = wordTest(question, test, known).slice(question.label.length + 5);
      return { value: writeTest(test, false), label: words, group };
    });
  });
}

/**
 * When this is asked, chosen in words: one line for each test, and an empty one for the next. Numbers, dates and words are
 * typed beside.
 */
export function ConditionFields({
  condition,
  before,
  known,
  errors,
  what,
}: {
  condition: Condition | undefined;
  /** The questions asked before. */
  before: readonly Question[];
  known: Known;
  errors: Errors;
  /** `cette question`, `cette partie`. */
  what: string;
}) {
  const options = before.flatMap((question) => testsOf(question, known));
  const tests = condition?.tests ?? [];
  if (options.length === 0)
    return <p class="help">Rien n’est demandé avant {what} : elle est toujours posée.</p>;
  const places = Array.from({ length: Math.min(tests.length + 1, mostTests) }, (_, place) => place + 1);
  return (
    <details class="editor-condition" open={tests.length > 0}>
      <summary>{tests.length > 0 ? `Quand ${what} est posée` : `Ne poser ${what} que parfois`}</summary>
      <p class="help">Sans condition, {what} est toujours posée. Pour en retirer une, remettez-la à vide.</p>
      {places.map((place) => {
        const test = tests[place - 1];
        const question = test && before.find(({ id }) => id === test.question);
        const typed = test !== undefined && question !== undefined && isTyped(question, test.is);
        return (
          <div class="field-row">
            <SelectField
              name={`si-${place}`}
              label={place === 1 ? "Seulement si la question…" : `Condition ${place}`}
              options={options}
              empty="Choisissez une question et sa réponse"
              value={test ? writeTest(test, typed) : ""}
            />
            <TextField
              name={`si-valeur-${place}`}
              label="Valeur, pour un nombre, une date ou un mot"
              errors={errors}
              value={typed && question ? lineOf(question, test.value, undefined) : ""}
            />
          </div>
        );
      })}
      <SelectField
        name="si-mode"
        label="S’il y a plusieurs conditions"
        options={[
          { value: "all", label: "elles doivent toutes être remplies" },
          { value: "any", label: "une seule suffit" },
        ]}
        value={condition?.match ?? "all"}
      />
    </details>
  );
}
