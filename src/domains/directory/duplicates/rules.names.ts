import { fold } from "#platform/spreadsheets/fold.ts";

/** What people put or leave out in front of a name; the same as `directory.loose_key` in SQL. */
const front = new Set("association asso assoc ass ong ville commune mairie".split(" "));
/** Words that do not tell two names apart. */
const small = new Set("de du des la le les l d et en a au aux pour par sur sous dans un une".split(" "));
const complements = new Set(["de", "du", "des", "d"]);

/** One name for what has several: `Conseil départemental du Nord` is the Département du Nord. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\bconseil (departemental|general)\b/g, "departement"],
  [/\bconseil regional\b/g, "region"],
  [/\bsaint\b/g, "st"],
  [/\bsainte\b/g, "ste"],
];

/** One way in which an organisation is named: its name, a part of it, another spelling. */
export interface Form {
  /** As written. */
  text: string;
  /** Folded, whole. */
  key: string;
  /** The words that count, in their order, in the singular. */
  words: readonly string[];
  /** The same as written, without spaces: `C.D.S.I` is `cdsi`. */
  compact: string;
  /** Every word, small ones included, in the singular. */
  tokens: readonly string[];
}

const joinInitials = (text: string) => text.replace(/\b([a-z0-9])\s+(?=[a-z0-9]\b)/g, "$1");
const singular = (word: string) => (word.length > 5 ? word.replace(/[sx]$/, "") : word);

/** Reads a name into its form; none when it has neither letter nor figure. */
export function formOf(text: string): Form | undefined {
  const key = fold(text);
  if (key === "") return undefined;
  const plain = synonyms.reduce((name, [from, to]) => name.replace(from, to), joinInitials(key));
  const tokens = plain.split(" ");
  const start = tokens.findIndex((token) => !front.has(token) && !small.has(token));
  const named = start < 0 ? tokens : tokens.slice(start);
  const telling = named.filter((token) => !small.has(token));
  const kept = telling.length > 0 ? telling : named;
  return { text, key, words: kept.map(singular), compact: kept.join(""), tokens: tokens.map(singular) };
}

/** Written as initials are: `GDCAM`, `C.D.S.I`, `pS-Eau`. */
const isSigle = (text: string) =>
  /^[\p{L}\d.-]{2,10}$/u.test(text) && (text.match(/\p{Lu}/gu) ?? []).length >= 2;

/**
 * The ways in which an organisation is named: its name, its spellings, and what a dash or parentheses set apart, when it
 * says enough alone: `PVDD - Pour un vrai développement durable` is also `PVDD` and `Pour un vrai développement durable`.
 */
export function formsOf({ name, names }: { name: string; names: readonly string[] }): Form[] {
  const parts = [name, ...names].flatMap((text) => [
    text,
    ...text
      .split(/\s+[-–—]\s+|[()]/)
      .map((part) => part.trim())
      .filter((part) => part !== text && (isSigle(part) || (formOf(part)?.words.length ?? 0) > 1)),
  ]);
  const forms = parts.flatMap((part) => formOf(part) ?? []);
  return forms.filter((form, index) => forms.findIndex(({ key }) => key === form.key) === index);
}

/** The short names of an organisation, as one word: its acronym, and those of its forms that are one word of 2 to 10. */
export function siglesOf(forms: readonly Form[], acronym: string): string[] {
  const names = forms
    .filter(({ words, text }) => words.length === 1 || isSigle(text))
    .map(({ compact }) => compact);
  const parts = acronym.split(/[\s/-]+/).filter((part) => part.length >= 4);
  const all = [acronym, ...parts].map((typed) => fold(typed).replaceAll(" ", "")).concat(names);
  return [...new Set(all.filter((sigle) => sigle.length >= 2 && sigle.length <= 10))];
}

/** The initials of a form of two words or more, with and without the words in front: `mel`; `acva` and `cva`. */
export function initialsOf({ words, tokens }: Form): string[] {
  if (words.length < 2) return [];
  const letters = (list: readonly string[]) => list.map((word) => word[0]).join("");
  const whole = letters(tokens.filter((token) => !small.has(token)));
  return [...new Set([letters(words), whole])].filter((initials) => initials.length >= 2);
}

/** Whether this word of a form hangs on the one before: *Amiens* in *Maison des associations d’Amiens*. */
export function isComplement({ tokens }: Form, word: string): boolean {
  const place = tokens.indexOf(word);
  return place > 0 && complements.has(tokens[place - 1] ?? "");
}
