/** A drawing made of a word: strands that rise and fall with its letters, tied where they pass near each other. */
export interface Mesh {
  /** One SVG path a strand, from left to right. */
  strands: readonly string[];
  /** Short ties between a strand and the next. */
  ties: readonly string[];
  knots: readonly { x: number; y: number }[];
}

interface Size {
  width: number;
  height: number;
  strands: number;
  columns: number;
}

/**
 * The mesh of `word`: its letters, without accents, are heights; each strand reads the word from another letter. The same
 * word always gives the same drawing, so a network's name is its pattern. All points stay inside `width` by `height`.
 */
export function meshOf(word: string, { width, height, strands, columns }: Size): Mesh {
  const letters = lettersOf(word);
  const step = width / (columns - 1);
  const room = height / strands;
  const points = Array.from({ length: strands }, (_, strand) =>
    Array.from({ length: columns }, (_, column) => {
      const letter = letters[(column + strand * 3) % letters.length] ?? 12;
      return { x: round(column * step), y: round(room * (strand + 0.06 + (0.88 * letter) / 25)) };
    }),
  );
  const pairs = points.slice(1).flatMap((line, strand) =>
    line.flatMap((low, column) => {
      const high = points[strand]?.[column];
      return high && (column + strand) % 2 === 1 ? [{ high, low }] : [];
    }),
  );
  return {
    strands: points.map(curve),
    ties: pairs.map(({ high, low }) => `M${high.x} ${high.y}L${low.x} ${low.y}`),
    knots: pairs.flatMap(({ high, low }) => [high, low]),
  };
}

/** The letters as numbers from 0 (a) to 25 (z); a word without letters reads as `maillage`. */
function lettersOf(word: string): number[] {
  const codes = [...word.toLowerCase().normalize("NFD").matchAll(/[a-z]/g)].map(
    ([letter]) => letter.charCodeAt(0) - 97,
  );
  return codes.length > 1 ? codes : lettersOf("maillage");
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A line through the points, flat at each: no point is overshot. */
function curve(points: readonly { x: number; y: number }[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      const middle = round((before.x + x) / 2);
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}
