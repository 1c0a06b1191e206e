/** What one spreadsheet may hold. The request itself is limited before (see `largestRequest` of the site). */
export const limits = {
  /** Columns of the heading row; a wider file is a dump, not a list. */
  columns: 200,
  /** The headings are looked for among the first rows: titles and dates above them are tolerated. */
  headingRows: 10,
  rows: 500_000,
  /** One row of text, in characters: a quotation mark left open would otherwise swallow the file. */
  rowCharacters: 1_000_000,
  /** A workbook is a zip: what it weighs once inflated, declared and real. */
  inflatedBytes: 200 * 1024 * 1024,
  entries: 2_000,
  /** The heap of the thread that opens a workbook, and its time. */
  workbookMegabytes: 768,
  workbookSeconds: 180,
} as const;
