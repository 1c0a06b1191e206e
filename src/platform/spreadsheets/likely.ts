import { fold } from "./fold.ts";
import type { Fallback, Proposal } from "./import-kind.ts";

interface Term {
  id: number;
  label: string;
}

/** The question about a word of a vocabulary that is not known: the three terms that share the most with it. */
export function termProposal(
  column: { key: string; label: string },
  typed: string,
  terms: readonly Term[],
  { others, fallback }: { others: Proposal["others"]; fallback: Fallback },
): Proposal {
  const beginnings = new Set(wordsOf(typed));
  const alike = ({ label }: Term) => wordsOf(label).filter((word) => beginnings.has(word)).length;
  const candidates = terms.toSorted((a, b) => alike(b) - alike(a)).slice(0, 3);
  return {
    column: column.key,
    label: column.label,
    typed,
    candidates: candidates.map(({ id, label }) => ({ id: String(id), label })),
    others,
    fallback,
  };
}

/** The beginnings of the words that weigh: `laboratoire` and `labo` meet. */
const wordsOf = (text: string) =>
  fold(text)
    .split(" ")
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 4));
