import { type Form, isComplement } from "./rules.names.ts";

/** How the words of two names answer each other. */
export interface Likeness {
  /** `same`: the same words; `slip`: but for letters; `contained`: all those of one are among those of the other. */
  kind: "same" | "slip" | "contained";
  /** From 0 to 100. */
  score: number;
}

/** How many letters must change to go from one word to the other; `most` or more are not told apart. */
export function distance(one: string, other: string, most = 3): number {
  if (Math.abs(one.length - other.length) >= most) return most;
  let line = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      next.push(
        Math.min((line[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (line[column - 1] ?? 0) + change),
      );
    }
    if (Math.min(...next) >= most) return most;
    line = next;
  }
  return Math.min(most, line[other.length] ?? most);
}

/** A word that may be the other, mistyped: one letter from four, two from nine, one left out of four; never a number. */
export function isSlip(one: string, other: string): boolean {
  const shortest = Math.min(one.length, other.length);
  if (shortest < 3 || /\d/.test(one + other)) return false;
  const ends = one[0] === other[0] && one.at(-1) === other.at(-1);
  if (shortest === 3) return ends && one.length !== other.length && distance(one, other) === 1;
  return distance(one, other) <= (shortest >= 9 ? 2 : 1);
}

const letters = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0);

/** Compares the words of two forms, whatever their order; nothing when each has a word that the other has not. */
export function likenessOf(one: Form, other: Form): Likeness | undefined {
  const [shorter, longer] = inOrder(one, other);
  const left: string[] = [...longer.words];
  const missing: string[] = [];
  for (const word of shorter.words) {
    const place = left.indexOf(word);
    if (place < 0) missing.push(word);
    else left.splice(place, 1);
  }
  if (missing.length > 2) return spacedOtherwise(one, other);
  let cost = 0;
  for (const word of missing) {
    const place = left.findIndex((candidate) => isSlip(word, candidate));
    if (place < 0) return spacedOtherwise(one, other);
    cost += word.length < 6 ? 22 : 8;
    left.splice(place, 1);
  }
  if (left.length === 0) return wholly(shorter, cost);
  const share = letters(shorter.words) / letters(longer.words);
  if (shorter.words.length === 1)
    return cost === 0 && longer.words[0] === shorter.words[0] && shorter.compact.length >= 3
      ? { kind: "contained", score: 44 + 30 * share }
      : undefined;
  if (cost === 0 && !follows(shorter.words, longer.words)) return undefined;
  const hanging = isComplement(longer, shorter.words[0] ?? "") ? 20 : 0;
  return { kind: "contained", score: 45 + 40 * share - cost - hanging };
}

/** Whether these words stand among the others in the same order. */
function follows(words: readonly string[], others: readonly string[]): boolean {
  let place = -1;
  return words.every((word) => {
    place = others.indexOf(word, place + 1);
    return place >= 0;
  });
}

/** The one of fewer words first; of as many, the order does not matter to what is said. */
const inOrder = (one: Form, other: Form): [Form, Form] =>
  one.words.length < other.words.length ||
  (one.words.length === other.words.length && one.compact <= other.compact)
    ? [one, other]
    : [other, one];

function wholly(form: Form, cost: number): Likeness | undefined {
  if (cost === 0) return { kind: "same", score: 86 };
  if (form.words.length > 1) return { kind: "slip", score: 84 - cost };
  return { kind: "slip", score: form.compact.length >= 6 ? 62 : 55 };
}

/** `interrégionale` and `inter-régionale`: the same letters, but for one or two, in words parted otherwise. */
function spacedOtherwise(one: Form, other: Form): Likeness | undefined {
  if (one.compact === other.compact) return { kind: "same", score: 88 };
  const long = Math.min(one.compact.length, other.compact.length) >= 12;
  return long && distance(one.compact, other.compact) <= 2 ? { kind: "slip", score: 74 } : undefined;
}
