import { formatDay, formatNumber, formatShare } from "#ui/format.ts";
import { type Trend, trendOf } from "./rules.progress.ts";
import type { CohortState, LineKind, MilestoneState, StayOutcome } from "./rules.ts";

export const cohortsTitle = "Cohortes";

export const stateLabels: Readonly<Record<CohortState, string>> = {
  coming: "À venir",
  under_way: "En cours",
  over: "Arrivée à son terme, à clore",
  closed: "Close",
};
export const stateTones = { coming: "plain", under_way: "good", over: "warning", closed: "plain" } as const;

export const outcomeLabels: Readonly<Record<StayOutcome, string>> = {
  finished: "A suivi la cohorte jusqu’au bout",
  left: "Est partie avant la fin",
};

export const milestoneLabels: Readonly<Record<MilestoneState, string>> = {
  reached: "Atteint",
  late: "En retard",
  awaited: "À venir",
  dropped: "Non atteint",
};

export const kindLabels: Readonly<Record<LineKind, string>> = { expense: "Dépense", income: "Recette" };

/** `2025 – 2027`, `2025` */
export const yearsOf = ({ from_year, to_year }: { from_year: number; to_year: number }) =>
  from_year === to_year ? String(from_year) : `${from_year}\u00a0–\u00a0${to_year}`;

/** `Entrée`, `Année 1` */
export const pointLabel = (number: number) => (number === 0 ? "Entrée" : `Année\u00a0${number}`);

export const levelText = (level: number | undefined) =>
  level === undefined ? "–" : formatShare(Math.round(level * 100) / 100);

const trendWords: Readonly<Record<Trend, string>> = {
  up_much: "progresse nettement",
  up: "progresse",
  same: "ne bouge guère",
  down: "recule",
  down_much: "recule nettement",
};

/** `progresse nettement (+33 points)`; nothing to compare is said too. */
export function differenceText(difference: number | undefined): string {
  if (difference === undefined) return "pas encore comparable";
  const points = Math.round(difference * 100);
  const word = trendWords[trendOf(difference)];
  if (points === 0) return word;
  const count = `${points > 0 ? "+" : "−"}${formatNumber(Math.abs(points))}`;
  return `${word} (${count}\u00a0${Math.abs(points) < 2 ? "point" : "points"})`;
}

/** When a milestone is due: a day, or so long after each one's entry. */
export const dueText = ({ due_on, due_months }: { due_on: string | null; due_months: number | null }) =>
  due_on
    ? `pour le ${formatDay(due_on)}`
    : due_months === 0
      ? "dès l’entrée"
      : `${formatNumber(due_months ?? 0)} mois après l’entrée`;

/** The fields of a cohort, by name, as a person calls them. */
export const cohortLabels = {
  nom: "Nom de la cohorte",
  dispositif: "Dispositif",
  de: "De l’année",
  a: "À l’année",
  referent: "Référent ou référente",
  objet: "Ce qu’elle vise",
} as const;
export type CohortField = keyof typeof cohortLabels;

/** A colleague changed it first: what was typed stays in the form, and what is saved is above it. */
export const overtaken =
  "Un collègue a enregistré autre chose pendant que vous écriviez : relisez la page. Ce que vous avez tapé est dans le formulaire ; renvoyez-le pour l’enregistrer.";
