import { addDays, type Day, yearOf } from "#platform/dates.ts";
import { holidaysOf } from "#platform/working-days.ts";

/** How a meeting comes back. */
export const rhythms = [
  { code: "semaine", label: "Chaque semaine, le même jour" },
  { code: "quinzaine", label: "Toutes les deux semaines" },
  { code: "mois-rang", label: "Chaque mois, le même rang : le premier lundi…" },
  { code: "mois-jour", label: "Chaque mois, à la même date" },
] as const;
export type Rhythm = (typeof rhythms)[number]["code"];

/** The most dates of a series. */
export const mostDates = 60;

/** A date at which the meeting comes back; `why` it is proposed unchecked, when it is. */
export interface ProposedDate {
  day: Day;
  why?: "weekend" | "holiday" | "noted";
}

const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();
const dayOfMonth = (day: Day) => Number(day.slice(8, 10));

/** The first day of the month that comes `months` after that of `day`. */
function monthAfter(day: Day, months: number): { year: number; month: number } {
  const at = Number(day.slice(5, 7)) - 1 + months;
  return { year: yearOf(day) + Math.floor(at / 12), month: at % 12 };
}

const isoOf = (year: number, month: number, date: number): Day | undefined => {
  const made = new Date(Date.UTC(year, month, date));
  return made.getUTCMonth() === month ? made.toISOString().slice(0, 10) : undefined;
};

/** The day of the same rank (`the second Tuesday`) in the month `months` after; the fifth of a month that has four is none. */
function sameRank(day: Day, months: number): Day | undefined {
  const { year, month } = monthAfter(day, months);
  const first = isoOf(year, month, 1) ?? day;
  const shift = (weekdayOf(day) - weekdayOf(first) + 7) % 7;
  return isoOf(year, month, 1 + shift + 7 * Math.floor((dayOfMonth(day) - 1) / 7));
}

function nth(day: Day, rhythm: Rhythm, count: number): Day | undefined {
  if (rhythm === "semaine") return addDays(day, 7 * count);
  if (rhythm === "quinzaine") return addDays(day, 14 * count);
  if (rhythm === "mois-rang") return sameRank(day, count);
  const { year, month } = monthAfter(day, count);
  return isoOf(year, month, dayOfMonth(day));
}

/**
 * The dates at which a meeting of `from` comes back, `from` itself left out, to `until` included and `mostDates` at most. A
 * Saturday or Sunday (when `from` is neither), a public holiday, and a day when it is already `noted` are said so. A month without
 * the date (the 31st, the fifth Monday) is passed over.
 */
export function proposedDates(
  { from, rhythm, until }: { from: Day; rhythm: Rhythm; until: Day },
  noted: ReadonlySet<Day> = new Set(),
): ProposedDate[] {
  const dates: ProposedDate[] = [];
  const onWeekend = isWeekend(from);
  for (let count = 1; dates.length < mostDates && count <= mostDates * 2; count++) {
    const day = nth(from, rhythm, count);
    if (day === undefined) continue;
    if (day > until) break;
    if (noted.has(day)) dates.push({ day, why: "noted" });
    else if (holidaysOf(yearOf(day)).includes(day)) dates.push({ day, why: "holiday" });
    else if (isWeekend(day) && !onWeekend) dates.push({ day, why: "weekend" });
    else dates.push({ day });
  }
  return dates;
}

const isWeekend = (day: Day) => [0, 6].includes(weekdayOf(day));
