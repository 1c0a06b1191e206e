import { type ExportColumn, jsonCell } from "./cells.ts";

/** The list as a JSON array, an object a line, named by the columns' keys. */
export async function* writeJson<Row>(list: {
  columns: readonly ExportColumn<Row>[];
  rows: AsyncIterable<Row> | Iterable<Row>;
}): AsyncGenerator<string> {
  let before = "[\n";
  for await (const row of list.rows) {
    const line = Object.fromEntries(list.columns.map((column) => [column.key, jsonCell(column.value(row))]));
    yield before + JSON.stringify(line);
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
