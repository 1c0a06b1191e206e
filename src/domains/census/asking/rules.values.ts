import type { Field, FieldValue, FieldValues, FieldWords } from "#domains/directory/index.ts";
import { type PlaceValue, sameAnswer, type Value, type Values } from "#platform/questionnaire/values.ts";
import { isAskable } from "./rules.fields.ts";

/** A value of the record as the answer to its question; undefined when nothing is known. */
function answerOf(field: Field, value: FieldValue | undefined, words: FieldWords): Value | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : (value as readonly string[]);
  if (field.kind !== "commune") return value as string | number | boolean;
  const label = words.communes[String(value)] ?? String(value);
  return { typed: label, communeCode: String(value), countryCode: null, label };
}

/** What the record says, by field, as the answers with which a questionnaire is filled. */
export function knownValues(fields: readonly Field[], values: FieldValues, words: FieldWords): Values {
  const known: Record<string, Value> = {};
  for (const field of fields.filter(isAskable)) {
    const answer = answerOf(field, values[field.key], words);
    if (answer !== undefined) known[field.key] = answer;
  }
  return known;
}

const isPlace = (answer: Value): answer is PlaceValue =>
  typeof answer === "object" && "communeCode" in answer && "typed" in answer;

/** An answer as a value of the record; undefined when it is none that the field can hold: a place that is not a commune. */
function fieldValueOf(field: Field, answer: Value): FieldValue | undefined {
  if (field.kind === "commune") return isPlace(answer) ? (answer.communeCode ?? undefined) : undefined;
  if (isList(answer)) {
    if (field.kind === "terms") return answer.map(Number).sort((a, b) => a - b);
    return field.kind === "countries" ? answer.map(String).sort() : answer.map(String);
  }
  return typeof answer === "object" ? undefined : answer;
}

const isList = (answer: Value): answer is readonly string[] | readonly number[] => Array.isArray(answer);

const same = (one: FieldValue | undefined, other: FieldValue | undefined) =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other);

/** What was submitted, by the field that each question maps. */
export interface SaidAnswers {
  said: Values;
  /** What the questionnaire was filled with. */
  known: Values;
  /** Asked and left empty. */
  cleared: readonly string[];
  /** Fields on which the organisation already said something in this campaign: its last word replaces the one before. */
  before: ReadonlySet<string>;
}

export interface Correction {
  /** What the organisation says of these fields: only what differs from what it was shown. */
  said: FieldValues;
  /** What no field can hold, in words: `Commune : Tournai`. */
  unread: string[];
}

/** What an answer corrects in the record. A field that it left as shown is not said: the team may have changed it meanwhile. */
export function correctionOf(
  fields: readonly Field[],
  { said, known, cleared, before }: SaidAnswers,
): Correction {
  const correction: Correction = { said: {}, unread: [] };
  for (const field of fields.filter(isAskable)) {
    const { key, label } = field;
    const answer = said[key];
    const again = before.has(key);
    if (answer === undefined) {
      if (cleared.includes(key) && (known[key] !== undefined || again)) correction.said[key] = null;
      continue;
    }
    const shown = known[key];
    const value = fieldValueOf(field, answer);
    const asShown =
      sameAnswer(answer, shown) || (shown !== undefined && same(value, fieldValueOf(field, shown)));
    if (asShown && !again) continue;
    if (value !== undefined) correction.said[key] = value;
    else if (isPlace(answer)) correction.unread.push(`${label} : ${answer.typed}`);
  }
  return correction;
}
