import { stringify } from "csv-stringify/sync";
import { csvCell, type ExportColumn } from "./cells.ts";

interface List<Row> {
  columns: readonly ExportColumn<Row>[];
  rows: AsyncIterable<Row> | Iterable<Row>;
}

const format = { delimiter: ";", record_delimiter: "windows" } as const;
const batch = 500;

/** The list as CSV, some hundred lines at a time. The first bytes are the BOM by which Excel knows UTF-8. */
export async function* writeCsv<Row>({ columns, rows }: List<Row>): AsyncGenerator<string> {
  let lines: string[][] = [columns.map((column) => csvCell(column.label))];
  yield "\ufeff";
  for await (const row of rows) {
    lines.push(columns.map((column) => csvCell(column.value(row))));
    if (lines.length < batch) continue;
    yield stringify(lines, format);
    lines = [];
  }
  if (lines.length > 0) yield stringify(lines, format);
}
