import type { Condition, Content, Question, Section, Test } from "./content.ts";
import { isBlank, repetitionsOf, type Value, type Values } from "./values.ts";

/** Letters alone, small and without accents: how a text is looked for in another, in the browser too. */
const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** What an answer comes down to when it is compared: an option, a number, a day, a name. */
function plain(value: Value): string | number | boolean | undefined {
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return undefined;
  if ("given" in value) return value.given as boolean;
  if ("organisationId" in value) return value.name as string;
  if ("communeCode" in value) return String(value.communeCode ?? value.countryCode ?? value.typed);
  return undefined;
}

function contains(value: Value, wanted: Test["value"]): boolean {
  if (Array.isArray(value)) return (value as readonly unknown[]).includes(wanted);
  const text = plain(value);
  const piece = fold(String(wanted ?? ""));
  return typeof text === "string" && piece !== "" && fold(text).includes(piece);
}

/** Below 0, 0 or above 0 as the answer is less, the same or more; of a list, its length is compared. Nothing when they do not compare. */
function compare(value: Value, wanted: Test["value"]): number | undefined {
  const one = Array.isArray(value) ? value.length : plain(value);
  if (typeof one === "number" && typeof wanted === "number") return one - wanted;
  if (typeof one !== "string" || typeof wanted !== "string") return undefined;
  if (one === wanted) return 0;
  return one < wanted ? -1 : 1;
}

/** Whether an answer passes a test. An answer not given passes none but `unanswered`. */
export function passes(value: Value | undefined, test: Test): boolean {
  if (value === undefined || isBlank(value)) return test.is === "unanswered";
  const says = () => (Array.isArray(value) ? contains(value, test.value) : plain(value) === test.value);
  switch (test.is) {
    case "answered":
      return true;
    case "unanswered":
      return false;
    case "is":
      return says();
    case "is_not":
      return !says();
    case "contains":
      return contains(value, test.value);
    case "contains_not":
      return !contains(value, test.value);
    case "more":
      return (compare(value, test.value) ?? 0) > 0;
    case "less":
      return (compare(value, test.value) ?? 0) < 0;
  }
}

/** Whether this is asked, given the answers known; without a condition, always. The browser runs it too. */
export function holds(condition: Condition | undefined, answers: Values): boolean {
  if (!condition || condition.tests.length === 0) return true;
  const pass = (test: Test) => passes(answers[test.question], test);
  return condition.match === "all" ? condition.tests.every(pass) : condition.tests.some(pass);
}

/** What is asked of one person: the sections and questions of it by `id`, and their answers alone. */
export interface Asked {
  ids: ReadonlySet<string>;
  answers: Values;
}

/**
 * Goes through the questionnaire in its order. An answer to what is not asked counts for nothing, so that hiding a question
 * hides what hangs on it. The questions of a block are not here: `askedInside` says them for each time.
 */
export function whatIsAsked(content: Content, values: Values): Asked {
  const ids = new Set<string>();
  const answers: Record<string, Value> = {};
  for (const section of content.sections) {
    if (!holds(section.condition, answers)) continue;
    for (const question of section.questions) {
      if (!holds(question.condition, answers)) continue;
      ids.add(question.id).add(section.id);
      const value = values[question.id];
      if (value !== undefined) answers[question.id] = value;
    }
  }
  return { ids, answers };
}

/** The sections in which something is asked, in their order. */
export const sectionsAsked = (content: Content, { ids }: Asked): readonly Section[] =>
  content.sections.filter(({ id }) => ids.has(id));

/** The questions asked in one time of a block, knowing the answers outside of it. */
export function askedInside(block: Question, inner: Values, outer: Values): readonly Question[] {
  const answers: Record<string, Value> = { ...outer };
  return (block.questions ?? []).filter((question) => {
    if (!holds(question.condition, answers)) return false;
    const value = inner[question.id];
    if (value !== undefined) answers[question.id] = value;
    return true;
  });
}

/** Answers as they are sent: what is asked and answered, without the empty times of blocks. */
export function answersToSend(content: Content, values: Values): Values {
  const { answers } = whatIsAsked(content, values);
  const sent: Record<string, Value> = {};
  for (const { questions } of content.sections)
    for (const question of questions) {
      const value = answers[question.id];
      if (value === undefined || isBlank(value)) continue;
      sent[question.id] = question.kind === "block" ? timesToSend(question, value, answers) : value;
    }
  return sent;
}

function timesToSend(block: Question, value: Value, outer: Values): Value {
  return repetitionsOf(value).flatMap(({ id, values }) => {
    const kept = askedInside(block, values, outer).flatMap((question) => {
      const inner = values[question.id];
      return inner === undefined || isBlank(inner) ? [] : [[question.id, inner] as const];
    });
    return kept.length > 0 ? [{ id, values: Object.fromEntries(kept) }] : [];
  });
}

/** The questions outside of blocks that were answered and are not asked any more: what a person is told of before it is left out. */
export function answeredInVain(content: Content, values: Values): readonly Question[] {
  const { ids } = whatIsAsked(content, values);
  return content.sections.flatMap(({ questions }) =>
    questions.filter(({ id }) => !ids.has(id) && !isBlank(values[id])),
  );
}
