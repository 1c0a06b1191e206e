import { fold } from "#platform/spreadsheets/fold.ts";

/** The words of a term as typed in the form. */
export interface TermEntry {
  label: string;
  description: string;
  synonyms: readonly string[];
  parentId: number | null;
}

interface Worded {
  id: number;
  label: string;
  synonyms: readonly string[];
}

/**
 * The first word of an entry that already means another term of the list (whatever the case and accents): a word must
 * lead to one term only, for imports to understand it.
 */
export function wordTaken(entry: Pick<TermEntry, "label" | "synonyms">, others: readonly Worded[]) {
  for (const other of others) {
    const meant = new Set([other.label, ...other.synonyms].map(fold));
    if (meant.has(fold(entry.label)))
      return { field: "libelle" as const, word: entry.label, other: other.label };
    const word = entry.synonyms.find((synonym) => meant.has(fold(synonym)));
    if (word !== undefined) return { field: "synonymes" as const, word, other: other.label };
  }
  return undefined;
}

/** A code for a new term, from its label, unlike those taken: `comite-de-pilotage`, `comite-de-pilotage-2`. */
export function codeFor(label: string, taken: readonly string[]): string {
  const base = fold(label).replaceAll(" ", "-").slice(0, 60).replace(/-$/, "") || "terme";
  let code = base;
  for (let rank = 2; taken.includes(code); rank++) code = `${base}-${rank}`;
  return code;
}

/** Synonyms as typed, one a line or separated by commas; without repeats, nor the label itself. */
export function readSynonyms(typed: string, label: string): string[] {
  const seen = new Set([fold(label)]);
  return typed
    .split(/[\n,;]/)
    .map((word) => word.trim())
    .filter((word) => {
      const key = fold(word);
      if (key === "" || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** The ids in their new order when one goes up or down by one place; the same order at either end. */
export function moved(ids: readonly number[], id: number, by: -1 | 1): number[] {
  const from = ids.indexOf(id);
  const to = from + by;
  const order = [...ids];
  if (from < 0 || to < 0 || to >= ids.length) return order;
  order.splice(from, 1);
  order.splice(to, 0, id);
  return order;
}
