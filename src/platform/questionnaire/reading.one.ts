import { fieldName, type Question } from "./content.ts";
import type { Draft } from "./parts.ts";
import { isLine, readLine } from "./reading.lines.ts";
import { rowsOf } from "./rows.ts";
import type { Known } from "./sources.ts";
import type { PlaceValue, TableValue, Value, Values } from "./values.ts";

/** A form as it was sent, by field: every value, as text. */
export type Form = ReadonlyMap<string, readonly string[]>;

/** The field that names what the page showed: what it did not show keeps its answer. */
export const shownField = "vu";
/** Beside the field of a place: which guess is meant, or this one to keep what was typed. */
export const placeChoice = (field: string) => `${field}.choix`;
export const keptAsTyped = "tel-quel";

const textAt = (form: Form, field: string) => (form.get(field)?.[0] ?? "").trim();
const mostCharacters = 100_000;

/** What was read of a question: its answer, or by field what was typed and could not be read. */
export interface Read {
  value?: Value | undefined;
  typed?: Record<string, string>;
}

/** What reading needs, for the whole of a page. */
export interface Reader {
  form: Form;
  known: Known;
  shown: ReadonlySet<string>;
  before: Draft;
  /** The answers outside of the page. */
  outer: Values;
}

/** The answer to one question; `path` says its field. */
export function readOne(
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
