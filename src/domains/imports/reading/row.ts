import { hash } from "node:crypto";
import type { Cells, Draft, ImportKind, Remark } from "#platform/spreadsheets/import-kind.ts";
import type { SheetRow, Spreadsheet } from "#platform/spreadsheets/read.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { Mapping } from "../rules.ts";

/** A row against its kind: its values, or why it has none; and what there is to know of it all the same. */
export interface ReadRow {
  line: number;
  draft?: Draft<unknown>;
  problems: readonly Remark[];
  notes: readonly Remark[];
}

export function readRow(kind: ImportKind, mapping: Mapping, row: SheetRow): ReadRow {
  const reading = kind.read(cellsOf(kind, mapping, row));
  const notes = formulaNotes(kind, mapping, row);
  return reading.ok
    ? { line: row.line, draft: { line: row.line, values: reading.values }, problems: [], notes }
    : { line: row.line, problems: reading.problems, notes };
}

/**
 * A line of CSV longer than its headings: a separator that nothing quotes (`1,5` between commas) has moved the cells,
 * and what is read under each heading may be another's. In a workbook, a cell further right is a note beside the table.
 */
export function overflow(row: SheetRow, { format, headings }: Spreadsheet): Remark[] {
  const beyond = row.cells.slice(headings.length).filter((cell) => cell !== "");
  if (format !== "csv" || beyond.length === 0) return [];
  return [
    {
      column: "Toute la ligne",
      reason: `Cette ligne a plus de cellules que les en-têtes : ${quoted(beyond.join(" ; "))} est de trop. Un séparateur s’est sans doute glissé dans un texte ou un nombre : mettez-le entre guillemets, ou donnez un en-tête à chaque colonne.`,
    },
  ];
}

function cellsOf(kind: ImportKind, mapping: Mapping, row: SheetRow): Cells {
  const cells: Record<string, string> = {};
  for (const { key } of kind.columns) cells[key] = row.cells[mapping[key] ?? -1] ?? "";
  return cells;
}

function formulaNotes(kind: ImportKind, mapping: Mapping, row: SheetRow): Remark[] {
  if (!row.formulas) return [];
  return kind.columns
    .filter(({ key }) => row.formulas?.includes(mapping[key] ?? -1))
    .map(({ key, label }) => ({
      column: label,
      reason: `Cette cellule contient une formule. Sa valeur enregistrée ${quoted(row.cells[mapping[key] ?? -1] ?? "")} est prise comme du texte ; rien n’est calculé.`,
    }));
}

/** What two rows have in common when they are the same, cell by cell. */
export const rowPrint = (row: SheetRow, width: number) =>
  hash("sha1", row.cells.slice(0, width).join("\u001f"), "base64");
