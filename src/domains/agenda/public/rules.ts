import { addDays, type Day } from "#platform/dates.ts";

/** The days of which dates are asked, both included; `null` has no end. */
export interface Period {
  from: Day | null;
  to: Day | null;
}

/** A year and a month, as addresses say them: `2026-11`. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** `2026-11` when it is a month of the calendar that the agenda can hold. */
export function readMonth(typed: string): Month | undefined {
  const [, year = "", month = ""] = /^(\d{4})-(\d{2})$/.exec(typed) ?? [];
  const real = Number(year) >= 1950 && Number(year) <= 2200 && Number(month) >= 1 && Number(month) <= 12;
  return real ? typed : undefined;
}

/** The month `count` months after (before, when negative). */
export function addMonths(month: Month, count: number): Month {
  const [year = 0, rank = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, rank - 1 + count, 1)).toISOString().slice(0, 7);
}

export const firstDayOf = (month: Month): Day => `${month}-01`;
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1);

/** What a list shows: a whole year when one is asked, else what is not over today. */
export const periodOf = (year: number | undefined, today: Day): Period =>
  year ? { from: `${year}-01-01`, to: `${year}-12-31` } : { from: today, to: null };

/** What a calendar holds: a whole year, else what is to come and the twelve months before, so that a follower keeps them. */
export const calendarPeriodOf = (year: number | undefined, today: Day): Period =>
  year ? periodOf(year, today) : { from: addDays(today, -365), to: null };

/** The weeks of a month, from Monday to Sunday; the days of its neighbours are null. */
export function weeksOf(month: Month): (Day | null)[][] {
  const before = (new Date(firstDayOf(month)).getUTCDay() + 6) % 7;
  const length = Number(lastDayOf(month).slice(8));
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, rank) => {
      const number = week * 7 + rank - before + 1;
      return number < 1 || number > length ? null : `${month}-${String(number).padStart(2, "0")}`;
    }),
  );
}

/** Whether a planned period is within one month (`Mai`), and not a season or a year. */
export const isOneMonth = (from: Day, to: Day) => monthOf(from) === monthOf(to);
