import { fieldName, type Question, type Section, withInner } from "./content.ts";
import { type Draft, pickValues } from "./parts.ts";
import { isLine, readLine } from "./reading.lines.ts";
import { rowsOf } from "./rows.ts";
import type { Known } from "./sources.ts";
import {
  isRepetition,
  type PlaceValue,
  type Repetition,
  repetitionsOf,
  type TableValue,
  type Value,
  type Values,
} from "./values.ts";

/** A form as it was sent, by field: every value, as text. */
export type Form = ReadonlyMap<string, readonly string[]>;

/** The field that names what the page showed: what it did not show keeps its answer. */
export const shownField = "vu";
/** Beside the field of a place: which guess is meant, or this one to keep what was typed. */
export const placeChoice = (field: string) => `${field}.choix`;
export const keptAsTyped = "tel-quel";

const textAt = (form: Form, field: string) => (form.get(field)?.[0] ?? "").trim();
const mostCharacters = 100_000;

interface Read {
  value?: Value | undefined;
  typed?: Record<string, string>;
}

interface Reader {
  form: Form;
  known: Known;
  shown: ReadonlySet<string>;
  before: Draft;
  /** The answers outside of the page. */
  outer: Values;
}

/**
 * The draft of a page after a form: what could be read, and what was typed otherwise. What the form did not show keeps its
 * answer. Never throws, and takes nothing that a question does not offer; limits and what is required come after (`wrongAnswers`).
 */
export function readDraft(section: Section, form: Form, before: Draft, known: Known, outer: Values): Draft {
  const reader: Reader = { form, known, before, outer, shown: new Set(form.get(shownField) ?? []) };
  const values: Record<string, Value> = { ...pickValues(section.questions, before.values) };
  const typed: Record<string, string> = { ...before.typed };
  for (const question of section.questions) {
    if (!reader.shown.has(question.id)) continue;
    forget(typed, question.id);
    const read =
      question.kind === "block"
        ? readBlock(question, reader)
        : readOne(question, [question.id], before.values[question.id], {
            ...reader,
            outer: { ...outer, ...values },
          });
    if (read.value === undefined) delete values[question.id];
    else values[question.id] = read.value;
    Object.assign(typed, read.typed);
  }
  return { values, typed };
}

/** Takes away what was typed for a field, and for what is inside of it. */
export function forget(typed: Record<string, string>, field: string) {
  for (const name of Object.keys(typed))
    if (name === field || name.startsWith(`${field}-`)) delete typed[name];
}

const isId = (text: string) => /^[a-z0-9]{1,20}$/.test(text);
const mostTimes = 200;

function readBlock(block: Question, reader: Reader): Read {
  const ids = [...new Set(reader.form.get(block.id) ?? [])].filter(isId).slice(0, mostTimes);
  const before = new Map(repetitionsOf(reader.before.values[block.id]).map((time) => [time.id, time]));
  const typed: Record<string, string> = {};
  const times = ids.map((id): Repetition => {
    const kept = before.get(id)?.values ?? {};
    const values: Record<string, Value> = { ...pickValues(block.questions ?? [], kept) };
    for (const inner of block.questions ?? []) {
      const path = [block.id, id, inner.id];
      const field = fieldName(...path);
      if (!reader.shown.has(field)) {
        const unread = Object.entries(reader.before.typed).filter(
          ([name]) => name === field || name.startsWith(`${field}-`),
        );
        Object.assign(typed, Object.fromEntries(unread));
        continue;
      }
      const read = readOne(inner, path, kept[inner.id], reader);
      if (read.value === undefined) delete values[inner.id];
      else values[inner.id] = read.value;
      Object.assign(typed, read.typed);
    }
    return { id, values };
  });
  return { value: times, typed };
}

function readOne(
  question: Question,
  path: readonly string[],
  before: Value | undefined,
  reader: Reader,
): Read {
  const { form, known } = reader;
  const field = fieldName(...path);
  const given = form.get(field) ?? [];
  const text = textAt(form, field).slice(0, mostCharacters);
  if (isLine(question)) {
    const value = readLine(question, text);
    return value === undefined && text !== "" ? { typed: { [field]: text } } : { value };
  }
  const offered = (choices: readonly { value: string }[] = []) =>
    choices.map(({ value }) => value).filter((value) => given.includes(value));
  switch (question.kind) {
    case "choice":
      return { value: question.options?.find(({ id }) => id === text)?.id };
    case "many":
      return listed((question.options ?? []).map(({ id }) => id).filter((id) => given.includes(id)));
    case "term":
      return { value: offered(known.terms.get(question.list ?? "")).map(Number)[0] };
    case "terms":
      return listed(offered(known.terms.get(question.list ?? "")).map(Number));
    case "country":
      return { value: offered(known.countries)[0] };
    case "countries":
      return listed(offered(known.countries));
    case "file":
      return listed([...new Set(given)].flatMap((id) => known.files.get(id) ?? []));
    case "place":
      return readPlace(text, field, before, reader);
    case "organisation":
      return text === ""
        ? {}
        : { value: { name: text.slice(0, 300), organisationId: known.organisations.get(text)?.id ?? null } };
    case "consent":
      return readConsent(question, given.includes("oui"), before, known.now);
    case "table":
      return readTable(question, path, reader);
    default:
      return {};
  }
}

const listed = <One extends string | number | object>(list: readonly One[]): Read =>
  list.length > 0 ? { value: list as Value } : {};

function readPlace(text: string, field: string, before: Value | undefined, { form, known }: Reader): Read {
  if (text === "") return {};
  const choice = textAt(form, placeChoice(field));
  if (choice === keptAsTyped)
    return { value: { typed: text, communeCode: null, countryCode: null, label: text } };
  const found = known.places.get(text);
  if (found && "sure" in found) return { value: found.sure };
  const guess = found?.guesses.find(
    ({ communeCode, countryCode }) => (communeCode ?? countryCode) === choice,
  );
  if (guess) return { value: { ...guess, typed: text } };
  return isPlace(before) && before.typed === text ? { value: before } : { typed: { [field]: text } };
}

const isPlace = (value: Value | undefined): value is PlaceValue =>
  typeof value === "object" && value !== null && "communeCode" in value;

/** A consent keeps the instant of its answer until the answer, or the text shown, changes. */
function readConsent(question: Question, given: boolean, before: Value | undefined, now: Date): Read {
  const { purpose = "", text = "" } = question;
  const same =
    typeof before === "object" && "given" in before && before.given === given && before.text === text;
  return { value: same ? before : { given, purpose, text, at: now.toISOString() } };
}

function readTable(question: Question, path: readonly string[], { form, outer }: Reader): Read {
  const table: Record<string, TableValue[string]> = {};
  const typed: Record<string, string> = {};
  for (const row of rowsOf(question, outer)) {
    const cells: Record<string, string | number | boolean> = {};
    for (const column of question.columns ?? []) {
      const field = fieldName(...path, row.id, column.id);
      const text = textAt(form, field);
      const cell = readLine(column, text);
      if (cell !== undefined) cells[column.id] = cell;
      else if (text !== "") typed[field] = text;
    }
    if (Object.keys(cells).length > 0) table[row.id] = cells;
  }
  return Object.keys(table).length > 0 ? { value: table, typed } : { typed };
}

/** What was typed and must be looked up before the form is read: its places and its organisations. */
export function typedToLookUp(section: Section, form: Form): { places: string[]; organisations: string[] } {
  const inner = new Map(withInner(section.questions).map((question) => [question.id, question.kind]));
  const of = (kind: string) => {
    const texts = [...form].flatMap(([field, [text = ""]]) =>
      inner.get(field.split("-").at(-1) ?? "") === kind && text.trim() ? [text.trim().slice(0, 300)] : [],
    );
    return [...new Set(texts)].slice(0, mostTimes);
  };
  return { places: of("place"), organisations: of("organisation") };
}

/** Whether a value is a list of times of a block. */
export const hasTimes = (value: Value | undefined) => Array.isArray(value) && value.some(isRepetition);
