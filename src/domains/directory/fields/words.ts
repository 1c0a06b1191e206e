/**
 * Several words in one cell, parted by `|`, `;`, lines or commas; a word may itself hold a comma (*Paix, justice et
 * institutions efficaces*).
 */
const parts = (cell: string) =>
  cell
    .split(/[|;\n]/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter(Boolean);

/** The most commas that one part may hold and still be looked up whole. */
const mostPieces = 40;
const longestRun = 6;

/** Every word that a cell may hold: what there is to look up before `splitWords`. */
export function runsOf(cell: string): string[] {
  const runs = new Set<string>();
  for (const part of parts(cell)) {
    const pieces = piecesOf(part);
    for (let from = 0; from < pieces.length; from++)
      for (let to = from + 1; to <= Math.min(pieces.length, from + longestRun); to++)
        runs.add(pieces.slice(from, to).join(", "));
  }
  return [...runs];
}

/** The words of a cell that mean something, each once, and those that do not: the longest run of pieces wins. */
export function splitWords<Meaning>(cell: string, meaningOf: (word: string) => Meaning | undefined) {
  const found = new Set<Meaning>();
  const unknown: string[] = [];
  for (const part of parts(cell)) {
    const pieces = piecesOf(part);
    for (let from = 0; from < pieces.length; ) {
      let to = Math.min(pieces.length, from + longestRun);
      let meaning = meaningOf(pieces.slice(from, to).join(", "));
      while (meaning === undefined && to > from + 1) meaning = meaningOf(pieces.slice(from, --to).join(", "));
      if (meaning === undefined) unknown.push(pieces[from] ?? "");
      else found.add(meaning);
      from = to;
    }
  }
  return { found: [...found], unknown };
}

const piecesOf = (part: string) =>
  part
    .split(",")
    .map((piece) => piece.trim())
    .filter(Boolean)
    .slice(0, mostPieces);
