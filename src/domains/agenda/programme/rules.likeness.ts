import { type Day, daysBetween } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

/** Something that was held: a meeting of the log, or an event of the agenda. */
export interface Held {
  kind: "meeting" | "event";
  id: number;
  title: string;
  heldOn: Day;
}

/** A line that waits for what was done of it. */
export interface Waiting {
  id: number;
  title: string;
  from: Day | null;
  to: Day | null;
}

/** What may be a line, done: how surely, from 0 to 1, the words they share, and how far from its period it was held. */
export interface Likeness {
  held: Held;
  score: number;
  shared: readonly string[];
  /** Days out of the period, before (negative) or after; 0 inside; null when the line has no period. */
  away: number | null;
}

const emptyWords = new Set(
  "a au aux avec ce ces dans de des du en et la le les leur leurs l d un une sur pour par ou qui que son sa ses autour the".split(
    " ",
  ),
);

/** Words that say what kind of thing it is, not what it is about: two commissions are not one. */
const kindWords = new Set(
  "commission groupe atelier reunion webinaire formation forum seminaire presentation rencontre projet programme travail information".split(
    " ",
  ),
);

/** The words of a title that weigh, as written, by what they are compared by: `Commissions` and `commission` are one. */
export function wordsOf(title: string): Map<string, string> {
  const words = (title.match(/[\p{L}\p{N}]+/gu) ?? []).map((word): [string, string] => [fold(word), word]);
  const weighing = words.filter(([key]) => key.length > 1 && !emptyWords.has(key));
  return new Map(weighing.map(([key, word]) => [key.length > 4 ? key.replace(/(s|x)$/, "") : key, word]));
}

/** How rare each word is among what was held: a word of every title says nothing. */
function weigher(titles: readonly (readonly string[])[]) {
  const counts = new Map<string, number>();
  for (const words of titles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word: string) =>
    Math.log(1 + titles.length / (counts.get(word) ?? 0.5)) * (kindWords.has(word) ? 0.3 : 1);
}

/** The least likeness of titles, and of the whole, that is worth showing. */
export const leastShared = 0.5;
export const leastScore = 0.55;
/** Days out of the period after which the date counts for nothing. */
const farthest = 90;

/** Days from a period to a day: negative before it, positive after, 0 inside. */
export function daysAway({ from, to }: Pick<Waiting, "from" | "to">, day: Day): number | null {
  if (from === null || to === null) return null;
  if (day < from) return daysBetween(from, day);
  return day > to ? daysBetween(to, day) : 0;
}

/**
 * What may be each line, done: the words of its title that the other has too, weighed by how rare they are, for three parts; how
 * near its period, for one. Nothing is taken: somebody says yes or no. The surest first, `most` a line; below `least`, nothing.
 */
export function likenesses(
  lines: readonly Waiting[],
  held: readonly Held[],
  { most = 3, least = leastScore }: { most?: number; least?: number } = {},
): Map<number, Likeness[]> {
  const known = held.map((one) => ({ held: one, words: wordsOf(one.title) }));
  const weigh = weigher(known.map(({ words }) => [...words.keys()]));
  return new Map(
    lines.map((line) => {
      const words = wordsOf(line.title);
      const whole = [...words.keys()].reduce((sum, word) => sum + weigh(word), 0);
      const found = known.flatMap((other): Likeness[] => {
        const shared = [...words.keys()].filter((word) => other.words.has(word));
        const likeness = whole > 0 ? shared.reduce((sum, word) => sum + weigh(word), 0) / whole : 0;
        if (likeness < Math.min(leastShared, least)) return [];
        const away = daysAway(line, other.held.heldOn);
        const near = away === null ? 0.5 : Math.max(0, 1 - Math.abs(away) / farthest);
        const score = 0.75 * likeness + 0.25 * near;
        return score >= least
          ? [{ held: other.held, score, shared: shared.map((key) => words.get(key) ?? key), away }]
          : [];
      });
      found.sort(
        (a, b) => b.score - a.score || a.held.heldOn.localeCompare(b.held.heldOn) || a.held.id - b.held.id,
      );
      return [line.id, found.slice(0, most)];
    }),
  );
}
