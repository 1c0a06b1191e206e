import { fold } from "#platform/spreadsheets/fold.ts";

/** What people put before or after a name that is not of it: `Mme`, `(maire)`, `, adjointe à la culture`. */
const bareName = (typed: string) =>
  typed
    .replace(/[(,].*$/, "")
    .replace(/^\s*(mme|mlle|madame|monsieur|mr?|dr|pr|me)\b\.?\s+/i, "")
    .trim();

/** The ways a full name may be ordered, folded: `MARTIN Jeanne` and `Jeanne Martin` meet. One word alone names nobody. */
export function nameKeys(typed: string): string[] {
  const words = fold(bareName(typed)).split(" ").filter(Boolean);
  if (words.length < 2 || words.length > 6) return [];
  return words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(" "));
}

/**
 * A full name in its two parts. Words in capitals are the family name (`MARTIN Jeanne`); else the first word is the given
 * name. What is put before or after is left out.
 */
export function splitName(typed: string): { given_name: string; family_name: string } {
  const words = bareName(typed).split(/\s+/).filter(Boolean);
  const shouted = words.filter((word) => /\p{L}{2}/u.test(word) && word === word.toLocaleUpperCase("fr"));
  if (shouted.length > 0 && shouted.length < words.length)
    return {
      given_name: words.filter((word) => !shouted.includes(word)).join(" "),
      family_name: shouted.map(capitalised).join(" "),
    };
  const [first = "", ...rest] = words;
  return rest.length > 0
    ? { given_name: first, family_name: rest.join(" ") }
    : { given_name: "", family_name: first };
}

const capitalised = (word: string) =>
  word
    .toLocaleLowerCase("fr")
    .replace(
      /(^|[-’'])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase("fr"),
    );
