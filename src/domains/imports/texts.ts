import { formatNumber, plural } from "#ui/format.ts";
import { kindOf } from "./kinds.ts";
import type { Counts, RowFilter, State } from "./rules.ts";

/** Each state in a word, for lists, and how it looks. */
export const stateLabels: Record<State, { label: string; tone: "plain" | "good" | "warning" | "bad" }> = {
  reading: { label: "Lecture en cours", tone: "plain" },
  mapping: { label: "Colonnes à préciser", tone: "warning" },
  ready: { label: "À relire et lancer", tone: "warning" },
  running: { label: "Enregistrement en cours", tone: "plain" },
  done: { label: "Fait", tone: "good" },
  undoing: { label: "Annulation en cours", tone: "plain" },
  undone: { label: "Annulé", tone: "plain" },
  failed: { label: "Arrêté", tone: "bad" },
  dropped: { label: "Abandonné", tone: "plain" },
};

export const filterLabels: Record<RowFilter, string> = {
  create: "À créer",
  change: "À modifier",
  same: "Déjà là",
  duplicate: "En double dans le fichier",
  note: "Avec une remarque",
  problem: "À corriger",
};

/** What a line did, once the import is over. */
export const doneLabels: Record<RowFilter, string> = {
  ...filterLabels,
  create: "Créées",
  change: "Modifiées",
};

export const kindLabel = (kind: string | null) => kindOf(kind)?.label ?? "Pas encore reconnu";

/** `381 réunions` */
export function countOf(kind: string | null, count: number): string {
  const known = kindOf(kind);
  return known ? plural(count, known.one, known.many) : plural(count, "ligne");
}

/** An import in one line of the list: what it would do, or did. */
export function summary(state: State, counts: Counts): string {
  const parts = [
    [counts.create, state === "done" ? "créées" : "à créer"],
    [counts.change, state === "done" ? "modifiées" : "à modifier"],
    [counts.same, "déjà là"],
    [counts.problem, "à corriger"],
  ] as const;
  if (state === "undone") return `${plural(counts.removed, "ligne retirée", "lignes retirées")}`;
  if (state !== "ready" && state !== "done") return "";
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatNumber(count)}\u00a0${words}`)
    .join(", ");
}

/** Every refusal of a gesture that came too late, in a sentence. */
export const tooLate =
  "Cet import n’en est plus là : une autre personne l’a fait avancer, ou vous l’avez déjà demandé. Voici où il en est.";
