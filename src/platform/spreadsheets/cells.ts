import { type Day, readDay } from "#platform/dates.ts";

/** What a cell of an export may hold. A `Date` is an instant; a day is text, in a column that says `kind: "day"`. */
export type Cell = string | number | boolean | Date | null | undefined;

/** One column of an export: `label` heads it in CSV and XLSX, `key` names it in JSON. */
export interface ExportColumn<Row> {
  label: string;
  key: string;
  value: (row: Row) => Cell;
  /** `day`: the text `AAAA-MM-JJ` is a day, a true date in XLSX. */
  kind?: "day";
}

/** The most characters that a spreadsheet takes in one cell (Microsoft, “Excel specifications and limits”). */
const longest = 32_767;

const startsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Text that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front (OWASP, “CSV
 * injection”). Text longer than a cell is cut, with an ellipsis.
 */
export function plainText(text: string): string {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return safe.length > longest ? `${safe.slice(0, longest - 1)}…` : safe;
}

/** A cell as a French spreadsheet reads it in CSV: decimal comma, `oui` and `non`, ISO dates, no formula. */
export function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell).replace(".", ",") : "";
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  if (cell instanceof Date) return cell.toISOString();
  return plainText(cell);
}

/** A cell as JSON says it: numbers, booleans and null as they are, dates in ISO. Text is left word for word. */
export function jsonCell(cell: Cell): string | number | boolean | null {
  if (cell instanceof Date) return cell.toISOString();
  return cell ?? null;
}

/** A cell as XLSX holds it: true dates (instants at Paris time, since a workbook knows no zone), no formula. */
export function xlsxCell(cell: Cell, kind?: "day"): string | number | Date | null {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  if (cell instanceof Date) return inParis(cell);
  const day = kind === "day" ? readDay(cell) : undefined;
  return day ? midnight(day) : plainText(withoutControls(cell));
}

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`);

/** XML 1.0 has no place for most control characters, nor for half a surrogate pair. */
const withoutControls = (text: string) =>
  [...text.toWellFormed()].filter((letter) => letter >= " " || "\t\n\r".includes(letter)).join("");

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "medium",
});

const inParis = (at: Date) => new Date(`${clock.format(at).replace(" ", "T")}Z`);
