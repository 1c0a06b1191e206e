import { readDay } from "../dates.ts";
import type { Question, TableColumn } from "./content.ts";
import { readLine } from "./reading.lines.ts";
import { type CellValue, isRepetition, type Repetition, type TableValue, type Value } from "./values.ts";

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown, fit: (one: unknown) => boolean) =>
  Array.isArray(value) && value.every(fit) && new Set(value).size === value.length;
const isDay = (value: unknown) => isText(value) && readDay(value) === value;

/** Whether an answer has the shape that its question asks for, its limits aside; whether a term or a country exists is seen when it is read. */
export function fits(question: Question, value: Value): boolean {
  switch (question.kind) {
    case "text":
    case "paragraph":
      return isText(value);
    case "email":
    case "phone":
    case "web":
    case "identifier":
      return isText(value) && readLine(question, value) === value;
    case "country":
      return isText(value) && /^[A-Z]{2}$/.test(value);
    case "number":
      return isNumber(value);
    case "money":
      return isNumber(value) && Number.isSafeInteger(value);
    case "term":
      return isNumber(value) && Number.isSafeInteger(value) && value > 0;
    case "date":
      return isDay(value);
    case "yes_no":
      return typeof value === "boolean";
    case "choice":
      return isOption(question, value);
    case "many":
      return isList(value, (one) => isOption(question, one));
    case "countries":
      return isList(value, (one) => isText(one) && /^[A-Z]{2}$/.test(one));
    case "terms":
      return isList(value, (one) => isNumber(one) && Number.isSafeInteger(one) && one > 0);
    case "place":
      return isObject(value) && isText(value["typed"]) && "communeCode" in value && "countryCode" in value;
    case "organisation":
      return isObject(value) && isText(value["name"]) && "organisationId" in value;
    case "consent":
      return isObject(value) && typeof value["given"] === "boolean" && isText(value["text"]);
    case "file":
      return Array.isArray(value) && value.every((one: unknown) => isObject(one) && isText(one["id"]));
    case "table":
      return isObject(value) && fitsTable(question, value as TableValue);
    case "block":
      return Array.isArray(value) && value.every((one) => isRepetition(one) && fitsTime(question, one));
  }
}

const isOption = ({ options = [] }: Question, value: unknown) => options.some(({ id }) => id === value);

const fitsTime = ({ questions = [] }: Question, { values }: Repetition) =>
  Object.entries(values).every(([id, value]) => {
    const question = questions.find((one) => one.id === id);
    return question !== undefined && fits(question, value);
  });

/** The rows of a table are its own, or times of a block, whose ids only the answer knows. */
function fitsTable({ rows = [], rowsFrom, columns = [] }: Question, table: TableValue): boolean {
  return Object.entries(table).every(
    ([row, cells]) =>
      (rowsFrom !== undefined || rows.some(({ id }) => id === row)) &&
      isObject(cells) &&
      Object.entries(cells).every(([id, cell]) =>
        columns.some((column) => column.id === id && fitsCell(column, cell)),
      ),
  );
}

export function fitsCell({ kind }: TableColumn, cell: CellValue): boolean {
  if (kind === "yes_no") return typeof cell === "boolean";
  if (kind === "number") return isNumber(cell);
  if (kind === "money") return isNumber(cell) && Number.isSafeInteger(cell);
  return kind === "date" ? isDay(cell) : isText(cell);
}

/** What still fits of an answer when its question lost options, rows or columns; undefined when nothing does. */
export function trimToFit(question: Question, value: Value): Value | undefined {
  if (question.kind === "many" && Array.isArray(value))
    return (value as readonly string[]).filter((one) => isOption(question, one));
  if (question.kind === "table" && isObject(value)) {
    const rows = Object.entries(value as TableValue).flatMap(([row, cells]) => {
      const kept = Object.entries(isObject(cells) ? cells : {}).filter(([id, cell]) =>
        fitsTable(question, { [row]: { [id]: cell } }),
      );
      return kept.length > 0 ? [[row, Object.fromEntries(kept)] as const] : [];
    });
    return Object.fromEntries(rows);
  }
  if (question.kind === "block" && Array.isArray(value))
    return value.filter(isRepetition).map((time) => ({ id: time.id, values: trimTime(question, time) }));
  return fits(question, value) ? value : undefined;
}

function trimTime({ questions = [] }: Question, { values }: Repetition) {
  const kept: Record<string, Value> = {};
  for (const question of questions) {
    const value = values[question.id];
    const trimmed = value === undefined ? undefined : trimToFit(question, value);
    if (trimmed !== undefined && fits(question, trimmed)) kept[question.id] = trimmed;
  }
  return kept;
}
