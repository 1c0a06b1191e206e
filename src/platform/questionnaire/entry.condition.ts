import { readCents, readNumber } from "../amounts.ts";
import { readDay } from "../dates.ts";
import { questionsBefore } from "./check.ts";
import { type Condition, type Content, operators, type Question, type Test } from "./content.ts";
import { isTestable } from "./kinds.ts";
import type { Form } from "./reading.ts";

/** A test chosen in words: the question, the operator, and for options the value; else the value is typed beside. */
export const writeTest = ({ question, is, value }: Test, typed: boolean) =>
  typed || value === undefined ? `${question}|${is}` : `${question}|${is}|${JSON.stringify(value)}`;

export interface ConditionReading {
  condition: Condition | undefined;
  /** By field, what cannot be understood. */
  errors: Record<string, string>;
}

export const mostTests = 6;

/** The condition chosen in a form, for a section or a question: what looks at no question asked before is left out. */
export function readCondition(content: Content, id: string, form: Form): ConditionReading {
  const before = new Map(questionsBefore(content, id).map((question) => [question.id, question]));
  const errors: Record<string, string> = {};
  const tests: Test[] = [];
  for (let place = 1; place <= mostTests; place++) {
    const [name = "", word, choice] = (form.get(`si-${place}`)?.[0] ?? "").split("|");
    const question = before.get(name);
    const is = operators.find((one) => one === word);
    if (!question || !is) continue;
    const typed = (form.get(`si-valeur-${place}`)?.[0] ?? "").trim();
    const value = choice === undefined ? wantedValue(question, is, typed) : parsed(choice);
    const test: Test = value === undefined ? { question: name, is } : { question: name, is, value };
    if (isTestable(question, test)) tests.push(test);
    else
      errors[`si-valeur-${place}`] =
        `La condition sur « ${question.label} » attend une valeur : ${hint(question)}`;
  }
  const match = form.get("si-mode")?.[0] === "any" ? "any" : "all";
  return { condition: tests.length > 0 ? { match, tests } : undefined, errors };
}

const hint = ({ kind }: Question) =>
  kind === "date"
    ? "une date, 6/1/2021."
    : kind === "text" || kind === "paragraph"
      ? "un mot."
      : "un nombre.";

function parsed(choice: string): Test["value"] {
  try {
    const value: unknown = JSON.parse(choice);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : undefined;
  } catch {
    return undefined; // a form made by hand: the test then fails its check
  }
}

/** What a condition compares with, typed: an amount in euros, a day in French order, a number, a word. */
function wantedValue(question: Question, is: Test["is"], typed: string): Test["value"] {
  if (typed === "" || is === "answered" || is === "unanswered") return undefined;
  if (question.kind === "money") return readCents(typed);
  if (question.kind === "date") return readDay(typed);
  if (question.kind === "text" || question.kind === "paragraph") return typed.slice(0, 300);
  return readNumber(typed);
}
