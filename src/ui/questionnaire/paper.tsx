import type { Child } from "hono/jsx";
import { type Content, type Question, questionsOf } from "#platform/questionnaire/content.ts";
import { kindOf } from "#platform/questionnaire/kinds.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import { operatorWords } from "./conditions.ts";
import { helpOf, Legend } from "./help.tsx";

/** The questionnaire to fill in by hand: every question, with lines to write on and boxes to tick. */
export function PaperForm({ content, known }: { content: Content; known: Known }) {
  const questions = new Map(questionsOf(content).map((question) => [question.id, question]));
  const when = (one: Pick<Question, "condition">) =>
    one.condition ? <p class="help">{operatorWords(one.condition, questions, known)}</p> : null;
  return (
    <>
      {content.sections.map((section) => (
        <section class="sheet">
          <h2>{section.title}</h2>
          {when(section)}
          {section.intro ? <p>{section.intro}</p> : null}
          {section.questions.map((question) => (
            <PaperQuestion question={question} known={known} when={when} />
          ))}
        </section>
      ))}
    </>
  );
}

function PaperQuestion({
  question,
  known,
  when,
}: {
  question: Question;
  known: Known;
  when: (one: Question) => Child;
}) {
  const help = helpOf(question);
  return (
    <div class="paper-question">
      <p class="paper-label">
        <Legend question={question} />
      </p>
      {when(question)}
      {help ? <p class="help">{help}</p> : null}
      {question.text ? <p>{question.text}</p> : null}
      <PaperRoom question={question} known={known} />
      {question.kind === "block"
        ? (question.questions ?? []).map((inner) => (
            <PaperQuestion question={inner} known={known} when={when} />
          ))
        : null}
    </div>
  );
}

/** Room for the answer. A list too long to print has a line to write on. */
function PaperRoom({ question, known }: { question: Question; known: Known }) {
  const options =
    question.kind === "yes_no"
      ? ["Oui", "Non"]
      : question.kind === "consent"
        ? ["J’accepte"]
        : kindOf(question.kind).takes.options
          ? (question.options ?? []).map(({ label }) => label)
          : (known.terms.get(question.list ?? "") ?? []).map(({ label }) => label);
  if (question.kind === "block") return null;
  if (question.kind === "table" && question.rows)
    return (
      <table class="paper-table">
        <thead>
          <tr>
            <td></td>
            {(question.columns ?? []).map(({ label }) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.rows.map(({ label }) => (
            <tr>
              <th scope="row">{label}</th>
              {(question.columns ?? []).map(() => (
                <td></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  if (options.length > 0 && options.length <= 30)
    return (
      <ul class="paper-options">
        {options.map((label) => (
          <li>{label}</li>
        ))}
      </ul>
    );
  return <div class={question.kind === "paragraph" ? "paper-lines" : "paper-line"}></div>;
}
