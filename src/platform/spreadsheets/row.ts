/** One row of a sheet: its number as the spreadsheet shows it, and its cells as text, trimmed. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
  /** Positions of the cells that hold a formula: they come as text, and nothing computes them. */
  formulas?: readonly number[];
}

const formula = /^(=|[+@-]\s*[a-z_]+[(|!])/i;

/** The apostrophe that our own exports put before what looks like a formula: it goes as it came. */
const neutralised = /^'(?=\s*[=+\-@＝＋－＠])/;

/** Cells trimmed, formulas typed as text pointed out (OWASP, “CSV injection”). */
export function rowOf(line: number, raw: readonly string[]): SheetRow {
  const cells = raw.map((cell) => cell.replaceAll("\0", "").trim().replace(neutralised, ""));
  const formulas = cells.flatMap((cell, index) => (formula.test(cell) ? [index] : []));
  return formulas.length > 0 ? { line, cells, formulas } : { line, cells };
}
