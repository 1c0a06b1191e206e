/**
 * How far apart two words are: letters put in, taken out, changed, or two neighbours exchanged (optimal string alignment).
 * More than `reach` is said as `reach + 1`.
 */
export function distance(from: string, to: string, reach: number): number {
  if (Math.abs(from.length - to.length) > reach) return reach + 1;
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let value = Math.min(
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        (previous[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        value = Math.min(value, (before[column - 2] ?? 0) + 1);
      line.push(value);
      if (value < least) least = value;
    }
    if (least > reach) return reach + 1;
    before = previous;
    previous = line;
  }
  return Math.min(previous[to.length] ?? 0, reach + 1);
}

/** How many slips a word of this length forgives: none below four letters, for every short word is near another. */
const reachOf = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The letters of a word as bits: two words `n` slips apart differ by `2n` letters at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) & 31);
  return letters;
}

function differing(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The word nearest to one that nobody says, or nothing: the fewest slips first, then the same first letter, then the most
 * said.
 */
export function nearest(
  typed: string,
  words: readonly string[],
  timesSaid: (place: number) => number,
): string | undefined {
  const reach = reachOf(typed);
  if (reach === 0) return undefined;
  const letters = lettersOf(typed);
  let best: { word: string; slips: number; other: number; times: number } | undefined;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? "";
    if (Math.abs(word.length - typed.length) > reach || differing(lettersOf(word) ^ letters) > 2 * reach)
      continue;
    const slips = distance(typed, word, best?.slips ?? reach);
    if (slips > reach) continue;
    const found = { word, slips, other: word[0] === typed[0] ? 0 : 1, times: timesSaid(place) };
    if (!best || slips < best.slips || (slips === best.slips && isBetter(found, best))) best = found;
  }
  return best?.word;
}

const isBetter = (one: { other: number; times: number }, two: { other: number; times: number }) =>
  one.other < two.other || (one.other === two.other && one.times > two.times);
