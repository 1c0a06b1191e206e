import type { Condition, Operator, Question, Test } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { Value } from "#platform/questionnaire/values.ts";
import { wordValue } from "./words.ts";

/** The operators in words; a number and a date are compared with other words than a list. */
export function wordOperator(is: Operator, { kind }: Pick<Question, "kind">): string {
  const counted = kind === "many" || kind === "terms" || kind === "countries" || kind === "block";
  const words: Readonly<Record<Operator, string>> = {
    is: kind === "date" ? "est le" : "est",
    is_not: "n’est pas",
    contains: "contient",
    contains_not: "ne contient pas",
    more: kind === "date" ? "est après le" : counted ? "compte plus de" : "est plus grand que",
    less: kind === "date" ? "est avant le" : counted ? "compte moins de" : "est plus petit que",
    answered: "a une réponse",
    unanswered: "n’a pas de réponse",
  };
  return words[is];
}

/** What a test compares with, as a person says it. */
function wordWanted(question: Question, { is, value }: Test, known: Known): string {
  if (value === undefined || is === "answered" || is === "unanswered") return "";
  if ((is === "more" || is === "less") && question.kind !== "money" && question.kind !== "date")
    return ` ${String(value).replace(".", ",")}`;
  if (question.kind === "consent") return value ? " « Accord donné »" : " « Accord non donné »";
  if (question.kind === "text" || question.kind === "paragraph") return ` « ${value} »`;
  const single: Question = { ...question, kind: question.kind };
  const words = wordValue(single, value as Value, known).join(", ");
  return question.kind === "date" || question.kind === "number" || question.kind === "money"
    ? ` ${words}`
    : ` « ${words} »`;
}

export const wordTest = (question: Question, test: Test, known: Known) =>
  `« ${question.label} » ${wordOperator(test.is, question)}${wordWanted(question, test, known)}`;

/** `Seulement si « … » est « Oui » et « … » compte plus de 2.` */
export function operatorWords(
  condition: Condition,
  questions: ReadonlyMap<string, Question>,
  known: Known,
): string {
  const tests = condition.tests.map((test) => {
    const question = questions.get(test.question);
    return question ? wordTest(question, test, known) : "une question retirée…";
  });
  return `Seulement si ${tests.join(condition.match === "all" ? " et " : " ou ")}.`;
}
