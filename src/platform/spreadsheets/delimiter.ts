import { parse } from "csv-parse/sync";

const delimiters = [";", ",", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The delimiter of a CSV from its first lines: the one that cuts most of them into the same number of columns,
 * the more columns the better. A single column has a comma, for want of any.
 */
export function delimiterOf(sample: string): Delimiter {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.delimiter : ",";
}

function evenness(sample: string, delimiter: Delimiter) {
  const rows = firstRows(sample, delimiter).filter((row) => row.some((cell) => cell.trim() !== ""));
  const widths = Map.groupBy(rows, (row) => row.length);
  const usual = [...widths].toSorted(([, a], [, b]) => b.length - a.length)[0];
  if (!usual || usual[0] < 2) return 0;
  return (usual[1].length / rows.length) * usual[0];
}

function firstRows(sample: string, delimiter: Delimiter): string[][] {
  try {
    return parse(sample, {
      delimiter,
      to: 25,
      relax_quotes: true,
      relax_column_count: true,
      skip_records_with_error: true,
    });
  } catch {
    return sample
      .split(/\r\n|\n|\r/)
      .slice(0, 25)
      .map((line) => line.split(delimiter));
  }
}
