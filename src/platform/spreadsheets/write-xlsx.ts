import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { type ExportColumn, xlsxCell } from "./cells.ts";

interface List<Row> {
  name: string;
  columns: readonly ExportColumn<Row>[];
  rows: AsyncIterable<Row> | Iterable<Row>;
}

/** Rows written before the compressor is given its turn. */
const batch = 200;

/** The list as a workbook of one sheet: headings in bold that stay in sight, true dates, a filter on each column. */
export async function* writeXlsx<Row>(list: List<Row>): AsyncGenerator<Buffer> {
  const out = new PassThrough();
  const written = fill(out, list).catch((error: Error) => {
    out.destroy(error);
  });
  try {
    for await (const bytes of out) yield bytes as Buffer;
    await written;
  } finally {
    out.destroy(); // the reader has gone: `fill` stops at its next batch
  }
}

async function fill<Row>(out: PassThrough, { name, columns, rows }: List<Row>) {
  const { default: ExcelJS } = await import("exceljs"); // heavy: loaded with the first export, not at the start
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = book.addWorksheet(sheetName(name), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: xlsxCell(column.label)?.toString() ?? "",
    width: Math.max(12, Math.min(40, column.label.length + 4)),
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } };
  let waiting = 0;
  for await (const row of rows) {
    const line = sheet.addRow(columns.map((column) => xlsxCell(column.value(row), column.kind)));
    line.eachCell((cell, position) => {
      if (cell.value instanceof Date)
        cell.numFmt = columns[position - 1]?.kind === "day" ? "dd/mm/yyyy" : "dd/mm/yyyy hh:mm";
    });
    line.commit();
    if (++waiting < batch) continue;
    waiting = 0;
    await setImmediate();
    while (out.writableNeedDrain && !out.destroyed) await setImmediate();
    if (out.destroyed) return;
  }
  await book.commit();
}

/** A sheet's name: 31 characters at most, without those that Excel refuses. */
const sheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\']/g, " ")
    .slice(0, 31)
    .trim() || "Liste";
