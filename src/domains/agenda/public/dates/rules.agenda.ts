import type { Day } from "#platform/dates.ts";
import { type AgendaQuestion, type Dimension, mostInAMonth, pageSize } from "../input.ts";
import type { DateLine } from "../lines.ts";
import { firstDayOf, lastDayOf, type Month, monthOf, periodOf } from "../rules.ts";
import type { Dates } from "./held.ts";
import type { Labels } from "./queries.labels.ts";
import { type Count, type Found, findDates } from "./rules.ts";

/** What the list and the month both say. */
export interface Agenda {
  /** The agenda in which it was found, and the day when it was asked. */
  held: Dates;
  today: Day;
  /** Dates, of how many events. */
  total: number;
  events: number;
  /** Dates of the period that answer the words alone. */
  unfiltered: number;
  facets: Record<Dimension, Count[]>;
  /** What the values chosen are called. */
  labels: Labels;
  /** Dates to come, and those of each year from the latest, that pass the filters. */
  upcoming: number;
  years: { year: number; count: number }[];
  lines: readonly DateLine[];
}

export interface MonthAgenda extends Agenda {
  /** What has left a day of the month for another: said on the day it was first announced for. */
  moved_away: readonly DateLine[];
  /** The nearest months, before and after, that have something. */
  before: Month | null;
  after: Month | null;
}

/** A page of the dates to come, or of a year, with what each filter would give. */
export function agendaOf(held: Dates, asked: AgendaQuestion, labels: Labels, today: Day): Agenda {
  const found = findDates(held, asked, periodOf(asked.annee, today), today);
  const start = ((asked.page ?? 1) - 1) * pageSize;
  return { ...common(held, found, today), labels, lines: found.matched.slice(start, start + pageSize) };
}

/** The dates of a month, with the same filters. */
export function monthAgendaOf(
  held: Dates,
  month: Month,
  asked: AgendaQuestion,
  labels: Labels,
  today: Day,
): MonthAgenda {
  const [from, to] = [firstDayOf(month), lastDayOf(month)];
  const found = findDates(held, asked, { from, to }, today);
  let before: Day | undefined;
  let after: Day | undefined;
  for (const { vague, first_on, last_on } of found.passing) {
    if (vague || first_on === null || last_on === null) continue;
    if (last_on < from && (!before || last_on > before)) before = last_on;
    if (first_on > to && (!after || first_on < after)) after = first_on;
  }
  return {
    ...common(held, found, today),
    labels,
    lines: found.matched.slice(0, mostInAMonth),
    moved_away: found.passing.filter(
      ({ moved_from, first_on }) =>
        moved_from && moved_from >= from && moved_from <= to && moved_from !== first_on,
    ),
    before: before ? monthOf(before) : null,
    after: after ? monthOf(after) : null,
  };
}

function common(held: Dates, { matched, unfiltered, passing, facets }: Found, today: Day) {
  const years = new Map<number, number>();
  for (const date of passing) for (const year of date.years) years.set(year, (years.get(year) ?? 0) + 1);
  return {
    held,
    today,
    total: matched.length,
    events: new Set(matched.map(({ event_id }) => event_id)).size,
    unfiltered,
    facets,
    upcoming: passing.filter(({ last_on }) => last_on === null || last_on >= today).length,
    years: [...years].map(([year, count]) => ({ year, count })).sort((a, b) => b.year - a.year),
  };
}
