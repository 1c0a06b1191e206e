import type { Day } from "#platform/dates.ts";

export const cohortStates = ["coming", "under_way", "over", "closed"] as const;
export type CohortState = (typeof cohortStates)[number];

/** Where a cohort stands this year: closed when someone closed it, else what its years say. */
export function cohortState(
  cohort: { from_year: number; to_year: number; closed_on: Day | null },
  year: number,
): CohortState {
  if (cohort.closed_on) return "closed";
  if (year < cohort.from_year) return "coming";
  return year > cohort.to_year ? "over" : "under_way";
}

export const stayOutcomes = ["finished", "left"] as const;
export type StayOutcome = (typeof stayOutcomes)[number];

export const milestoneStates = ["reached", "late", "awaited", "dropped"] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** What a milestone is for an organisation: one that left before it was due is not late, it is no longer awaited. */
export function milestoneState(
  { reached_on, due_on }: { reached_on: Day | null; due_on: Day },
  left_on: Day | null,
  today: Day,
): MilestoneState {
  if (reached_on) return "reached";
  if (left_on) return "dropped";
  return due_on < today ? "late" : "awaited";
}

export const lineKinds = ["expense", "income"] as const;
export type LineKind = (typeof lineKinds)[number];

export interface BudgetLine {
  kind: LineKind;
  planned_cents: number;
  realised_cents: number;
}

/** What a budget comes to, in cents: each side planned, realised and what remains of it; the balance is income less expenses. */
export function budgetTotals(lines: readonly BudgetLine[]) {
  const side = (kind: LineKind) => {
    const own = lines.filter((line) => line.kind === kind);
    const planned = own.reduce((sum, line) => sum + line.planned_cents, 0);
    const realised = own.reduce((sum, line) => sum + line.realised_cents, 0);
    return { planned, realised, remaining: planned - realised };
  };
  const [expense, income] = [side("expense"), side("income")];
  return {
    expense,
    income,
    balance: { planned: income.planned - expense.planned, realised: income.realised - expense.realised },
  };
}
