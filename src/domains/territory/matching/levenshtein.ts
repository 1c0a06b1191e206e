/** How many letters must be put in, taken out or changed to go from one word to the other. */
export function levenshtein(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      line.push(Math.min(changed, (previous[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    previous = line;
  }
  return previous[to.length] ?? 0;
}

/** Whether two words are at most `reach` letters apart: quick when their lengths already say no. */
export function isWithin(reach: number, from: string, to: string): boolean {
  if (Math.abs(from.length - to.length) > reach) return false;
  return levenshtein(from, to) <= reach;
}
