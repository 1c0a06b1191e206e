import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { delimiterOf } from "./delimiter.ts";
import { limits } from "./limits.ts";
import { UnreadableSpreadsheet } from "./refusals.ts";
import { rowOf, type SheetRow } from "./row.ts";
import { encodingOf, textOf } from "./text.ts";

/** The rows of a CSV as they are read, whatever their number in the same memory; blank rows are counted and left out. */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes);
  const [sample = ""] = textOf(bytes.subarray(0, 65_536), encoding);
  const parser = parse({
    delimiter: delimiterOf(sample),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.rowCharacters,
  });
  const source = Readable.from(textOf(bytes, encoding));
  source.on("error", (error) => parser.destroy(error)).pipe(parser);
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1;
      if (line > limits.rows) throw new UnreadableSpreadsheet("tooLong");
      if (cells.some((cell) => cell.trim() !== "")) yield rowOf(line, cells);
    }
  } catch (error) {
    throw refusalOf(error as CsvError);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function refusalOf(error: CsvError | Error) {
  const code = "code" in error ? String(error.code) : "";
  return /^CSV_(QUOTE_NOT_CLOSED|MAX_RECORD_SIZE)$/.test(code)
    ? new UnreadableSpreadsheet("openQuote")
    : error;
}
