import { formsOf, initialsOf, siglesOf } from "./rules.names.ts";
import { type Described, hostsOf } from "./rules.reasons.ts";

/** How many words of a name meet two by two: the longest, which are the rarest. */
const mostWords = 7;

/**
 * The keys of a card: two cards that `explain` may take for one share at least one, so that each is compared with a
 * handful of others and never with all. Identifiers, addresses, names, words two by two, first words, acronyms and
 * initials, short names but for a letter, and the trigrams of long ones, hashed so that alike names meet (MinHash).
 */
export function keysOf(card: Described): string[] {
  const forms = formsOf(card);
  const identifiers = [card.rna, card.siren, card.siret, card.uai].flatMap((id) => (id ? [`i:${id}`] : []));
  const keys = [
    ...identifiers,
    ...card.emails.map((email) => `e:${email}`),
    ...hostsOf(card).map((host) => `h:${host}`),
    ...siglesOf(forms, card.acronym).flatMap((sigle) => [`s:${sigle}`, ...slips(sigle)]),
    ...forms.flatMap((form) => [
      `n:${form.compact}`,
      `f:${form.words[0]}`,
      ...initialsOf(form)
        .filter((initials) => initials.length <= 10)
        .map((initials) => `s:${initials}`),
      ...pairs(form.words),
      ...(form.compact.length >= 6 ? bands(form.words) : []),
    ]),
  ];
  return [...new Set(keys)];
}

/** A short name and what remains of it without one of its letters: two that differ by one letter share one of these. */
function slips(word: string): string[] {
  if (word.length < 3 || word.length > 8) return [];
  return [word, ...[...word].map((_, place) => word.slice(0, place) + word.slice(place + 1))].map(
    (rest) => `d:${rest}`,
  );
}

function pairs(words: readonly string[]): string[] {
  const longest = [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, mostWords);
  return longest.flatMap((one, place) =>
    longest.slice(place + 1).map((other) => `p:${one < other ? `${one} ${other}` : `${other} ${one}`}`),
  );
}

const seeds = Array.from({ length: 12 }, (_, index) => Math.imul(index + 1, 0x9e3779b1));

/**
 * Six hashes of two least trigrams each: names that share three trigrams in five share one of them nine times in ten
 * (MinHash and locality-sensitive hashing, Broder 1997).
 */
function bands(words: readonly string[]): string[] {
  const text = words.map((word) => `  ${word} `).join("");
  const least = seeds.map(() => 0xffffffff);
  for (let place = 0; place + 3 <= text.length; place++) {
    let hash = 0x811c9dc5;
    for (let offset = 0; offset < 3; offset++)
      hash = Math.imul(hash ^ text.charCodeAt(place + offset), 0x01000193);
    for (const [index, seed] of seeds.entries()) {
      const mixed = mix(hash ^ seed);
      if (mixed < (least[index] ?? 0)) least[index] = mixed;
    }
  }
  return [0, 2, 4, 6, 8, 10].map((band) => `m${band}:${least[band]}:${least[band + 1]}`);
}

/** Spreads the bits of a hash (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
