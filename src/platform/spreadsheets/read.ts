import { contentOf } from "./content.ts";
import { limits } from "./limits.ts";
import { readCsv } from "./read-csv.ts";
import { readWorkbook } from "./read-workbook.ts";
import { refusals, UnreadableSpreadsheet } from "./refusals.ts";
import type { SheetRow } from "./row.ts";

export type { SheetRow } from "./row.ts";

/** A sheet open on its headings; `rows` runs once, in constant memory for a CSV. Close it when done. */
export interface Spreadsheet {
  format: "csv" | "xlsx" | "ods";
  /** Every column has a heading: `Colonne D` where the file has none. */
  headings: readonly string[];
  headingsLine: number;
  /** Throws UnreadableSpreadsheet, whose message is in French, when what follows cannot be read. */
  rows: () => AsyncIterable<SheetRow>;
  close: () => Promise<void>;
}

export type Opening = { ok: true; spreadsheet: Spreadsheet } | { ok: false; reason: string };

/**
 * Opens a CSV (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252), an XLSX or an ODS from its bytes.
 * `score` says how much a row looks like headings; the best of the first ten is taken, else the fullest.
 * What cannot be read comes back as a reason in French; the name of the file is never looked at.
 */
export async function openSpreadsheet(
  bytes: Uint8Array,
  score: (cells: readonly string[]) => number = () => 0,
): Promise<Opening> {
  const content = contentOf(bytes);
  if ("refusal" in content) return { ok: false, reason: refusals[content.refusal] };
  const rows = content.format === "csv" ? readCsv(bytes) : readWorkbook(bytes);
  try {
    const first = await firstRows(rows);
    const found = headingsAmong(first, score);
    if (!found) throw new UnreadableSpreadsheet(first.length === 0 ? "empty" : "noHeadings");
    const last = found.cells.findLastIndex((cell) => cell !== "");
    if (last >= limits.columns) throw new UnreadableSpreadsheet("tooWide");
    return {
      ok: true,
      spreadsheet: {
        format: content.format,
        headings: found.cells.slice(0, last + 1).map((cell, index) => cell || `Colonne ${letterOf(index)}`),
        headingsLine: found.line,
        rows: () => following(first.slice(first.indexOf(found) + 1), rows),
        close: async () => void (await rows.return(undefined)),
      },
    };
  } catch (error) {
    await rows.return(undefined);
    if (error instanceof UnreadableSpreadsheet) return { ok: false, reason: error.message };
    throw error;
  }
}

async function firstRows(rows: AsyncGenerator<SheetRow>) {
  const first: SheetRow[] = [];
  while (first.length < limits.headingRows) {
    const { value, done } = await rows.next();
    if (done) break;
    first.push(value);
  }
  return first;
}

/** The row that scores best; without any score, the first of the fullest, if it has two columns or stands alone. */
function headingsAmong(first: readonly SheetRow[], score: (cells: readonly string[]) => number) {
  const ranked = first.map((row) => ({
    row,
    score: score(row.cells),
    filled: row.cells.filter((cell) => cell !== "").length,
  }));
  const best = ranked.toSorted((a, b) => b.score - a.score || b.filled - a.filled)[0];
  return best && (best.score > 0 || best.filled > 1) ? best.row : undefined;
}

async function* following(first: readonly SheetRow[], rest: AsyncGenerator<SheetRow>) {
  yield* first;
  yield* rest;
}

/** 0 to `A`, 26 to `AA`. */
function letterOf(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : letterOf(Math.floor(index / 26) - 1) + rest;
}
