import type { CellKind, Question } from "#platform/questionnaire/content.ts";
import { nameOfTime, rowsOf } from "#platform/questionnaire/rows.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import {
  type CellValue,
  type FileValue,
  isBlank,
  repetitionsOf,
  type TableValue,
  type Value,
  type Values,
} from "#platform/questionnaire/values.ts";
import { formatAmount, formatNumber, formatShortDay, plural } from "../format.ts";

/** A cell, or an answer of the same kind, as it reads. */
export function wordCell(kind: CellKind, cell: CellValue): string {
  if (typeof cell === "boolean") return cell ? "Oui" : "Non";
  if (typeof cell === "number") return kind === "money" ? formatAmount(cell) : formatNumber(cell);
  return kind === "date" ? formatShortDay(cell) : cell;
}

/** What an answer says, in words: one text for each thing said. Blocks and tables are said by those who draw them. */
export function wordValue(question: Question, value: Value | undefined, known: Known): string[] {
  if (value === undefined || isBlank(value)) return [];
  const called = (choices: readonly { value: string; label: string }[] = [], one: unknown) =>
    choices.find((choice) => choice.value === String(one))?.label ?? String(one);
  const each = (choices: readonly { value: string; label: string }[] | undefined) =>
    [value].flat().map((one) => called(choices, one));
  const unit = question.unit ? `\u00a0${question.unit}` : "";
  switch (question.kind) {
    case "choice":
    case "many":
      return each(question.options?.map(({ id, label }) => ({ value: id, label })));
    case "term":
    case "terms":
      return each(known.terms.get(question.list ?? ""));
    case "country":
    case "countries":
      return each(known.countries);
    case "number":
      return typeof value === "number" ? [formatNumber(value) + unit] : [];
    case "money":
    case "date":
    case "yes_no":
      return [wordCell(question.kind, value as CellValue)];
    case "file":
      return (value as readonly FileValue[]).map(({ name }) => name);
    case "block":
      return [plural(repetitionsOf(value).length, question.one ?? "élément")];
    case "table":
      return tableLines(question, value as TableValue, {});
    default:
      return [wordObject(value)];
  }
}

function wordObject(value: Value): string {
  if (typeof value !== "object") return String(value);
  if ("label" in value) return String(value.label || ("typed" in value ? value.typed : ""));
  if ("name" in value) return String(value.name);
  if ("given" in value) return value.given ? "Accord donné" : "Accord non donné";
  return "";
}

/** A table, a line for each row that says something: `Salariés : femmes 3, hommes 4`. */
export function tableLines(question: Question, table: TableValue, answers: Values): string[] {
  const rows = rowsOf(question, answers);
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  return Object.entries(table).map(([row, cells]) => {
    const said = (question.columns ?? []).flatMap((column) => {
      const cell = cells[column.id];
      return cell === undefined ? [] : [`${column.label} ${wordCell(column.kind, cell)}`];
    });
    return `${labels.get(row) ?? row} : ${said.join(", ")}`;
  });
}

/** What a time of a block is called: what it says first, else its place. */
export const wordTime = (block: Question, values: Values, place: number) =>
  nameOfTime(values) ?? `${capital(block.one || "élément")} ${formatNumber(place + 1)}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
