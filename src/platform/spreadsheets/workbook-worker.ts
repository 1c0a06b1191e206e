import { parentPort, workerData } from "node:worker_threads";
import { type CellObject, read, type WorkSheet } from "@e965/xlsx";
import { limits } from "./limits.ts";
import { rowOf, type SheetRow } from "./row.ts";
import { textOfCell } from "./workbook-cell.ts";
import { inflatesWithin } from "./zip.ts";

/** What the thread says: the sheet it found, then rows each time it is asked for more, or why it cannot. */
export type Message =
  | { type: "sheet"; sheet: string; others: string[] }
  | { type: "rows"; rows: SheetRow[]; end: boolean }
  | { type: "refused"; refusal: "tooHeavy" | "damaged" | "tooLong" };

const batch = 500;
const say = (message: Message) => parentPort?.postMessage(message);

/** Opens a workbook in a thread of its own, whose memory and time are limited: a hostile one takes nothing else down. */
function open(bytes: Uint8Array) {
  if (!inflatesWithin(bytes, limits.inflatedBytes)) return say({ type: "refused", refusal: "tooHeavy" });
  const book = read(bytes, {
    type: "array",
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    sheetRows: limits.rows + 1,
  });
  const sheets = book.SheetNames.map((name, index) => ({
    name,
    sheet: book.Sheets[name],
    hidden: Boolean(book.Workbook?.Sheets?.[index]?.Hidden),
  })).filter(({ sheet, hidden }) => !hidden && (sheet?.["!data"]?.length ?? 0) > 0);
  const [first, ...others] = sheets;
  if (!first) return say({ type: "rows", rows: [], end: true });
  say({ type: "sheet", sheet: first.name, others: others.map(({ name }) => name) });
  const rows = rowsOf(first.sheet, Boolean(book.Workbook?.WBProps?.date1904));
  parentPort?.on("message", () => {
    const next: SheetRow[] = [];
    while (next.length < batch) {
      const { value, done } = rows.next();
      if (done) return say({ type: "rows", rows: next, end: true });
      next.push(value);
    }
    say({ type: "rows", rows: next, end: false });
  });
}

function* rowsOf(sheet: WorkSheet | undefined, date1904: boolean): Generator<SheetRow, undefined> {
  const data: (CellObject[] | undefined)[] = sheet?.["!data"] ?? [];
  for (let index = 0; index < data.length; index++) {
    const cells = Array.from(data[index] ?? []);
    data[index] = undefined;
    const row = rowOf(
      index + 1,
      cells.map((cell) => textOfCell(cell, date1904)),
    );
    const computed = cells.flatMap((cell, position) => (cell?.f ? [position] : []));
    const formulas = [...new Set([...(row.formulas ?? []), ...computed])];
    if (row.cells.some((cell) => cell !== "")) yield formulas.length > 0 ? { ...row, formulas } : row;
  }
}

try {
  open(workerData as Uint8Array);
} catch {
  say({ type: "refused", refusal: "damaged" });
}
