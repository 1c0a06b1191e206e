import { clockAt } from "./dates.clock.ts";

/** Dates are text `AAAA-MM-JJ` everywhere in the code (no time zone can move them); instants are `Date`. */
export type Day = string;

const months = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];
const weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const nearby: Readonly<Record<string, number>> = {
  "avant-hier": -2,
  hier: -1,
  "aujourd'hui": 0,
  "ce jour": 0,
  demain: 1,
  "apres-demain": 2,
};

/**
 * Reads a day as people type it: `6/1/21`, `06/01/2021`, `6-1-2021`, `2021-01-06`, `6 janvier 2021`, `mercredi 6 janv. 2021`.
 * French order; two figures mean 2000-2099, four go from 1900 to 2200. With `today`, also `hier`, `aujourd’hui`, `lundi` (the last one, today
 * included), `lundi prochain`, and `6/1` or `6 janvier` without a year: the one nearest to today.
 * Undefined when it is no day of the calendar (`31/02/2021`), or when the weekday named is not that day's.
 */
export function readDay(typed: string, today?: Day): Day | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, " ");
  const shift = nearby[text.replace(/^(avant|apres) /, "$1-")];
  if (shift !== undefined) return today && addDays(today, shift);
  const [, weekday, rest = text] = /^([a-z]+di|dimanche)\b,? ?(.*)$/.exec(text) ?? [];
  const wanted = weekdays.indexOf(weekday ?? "");
  if (wanted < 0) return readCalendarDay(text, today);
  if (/^(dernier|prochain)?$/.test(rest)) return today && nearestWeekday(wanted, rest, today);
  const day = readCalendarDay(rest, today);
  return day && weekdayOf(day) === wanted ? day : undefined;
}

function readCalendarDay(text: string, today?: Day): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d.*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d{2}))?$/.exec(text);
  if (figures) return frenchDay(Number(figures[1]), Number(figures[2]), figures[3], today);
  const worded = /^(\d{1,2})(?:er)? ([a-z]{3,})\.?(?: (\d{4}|\d{2}))?$/.exec(text);
  return worded ? frenchDay(Number(worded[1]), readMonth(worded[2] ?? ""), worded[3], today) : undefined;
}

/** 1 to 12 from a name or an abbreviation that only one month has; 0 when there is none (`jui`). */
function readMonth(text: string): number {
  const meant = months.filter((name) => name.startsWith(text));
  return meant.length === 1 ? months.indexOf(meant[0] ?? "") + 1 : 0;
}

function frenchDay(date: number, month: number, year: string | undefined, today?: Day): Day | undefined {
  if (year) return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
  if (!today) return undefined;
  const here = yearOf(today);
  const around = [here, here - 1, here + 1].flatMap((near) => dayOf(near, month, date) ?? []);
  return around.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}

function nearestWeekday(wanted: number, direction: string, today: Day): Day {
  const back = (weekdayOf(today) - wanted + 7) % 7;
  if (direction === "prochain") return addDays(today, 7 - back);
  return addDays(today, direction === "dernier" && back === 0 ? -7 : -back);
}

function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1900 || year > 2200) return undefined; // a slip of the keyboard: 1/2/1021
  const made = new Date(Date.UTC(year, month - 1, date));
  const real = made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return real ? made.toISOString().slice(0, 10) : undefined;
}

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`);
const weekdayOf = (day: Day) => midnight(day).getUTCDay();

/** The day `count` days after (before, when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(midnight(day).getTime() + count * 86_400_000).toISOString().slice(0, 10);
}

/** How many days from one to the other; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to).getTime() - midnight(from).getTime()) / 86_400_000;
}

/** The day it is in Paris at this instant. */
export function dayInParis(now: Date): Day {
  return clockAt(now).day;
}

/** The civil year of a day. */
export const yearOf = (day: Day) => Number(day.slice(0, 4));

/**
 * Reads a duration as people type it, in whole minutes: `1,5` and `1.5` are hours, `1h30`, `1 h 30`, `1:30`, `2 heures`,
 * `90 min`, `45mn`, `45'`. Undefined when it is none; a negative one is none, and `1h75` is a slip.
 */
export function readDuration(typed: string): number | undefined {
  const text = typed.toLowerCase().replace(/[’`]/g, "'").replace(/\s/g, "");
  const minutes = /^(\d{1,5})(?:min|mn|minutes?|')$/.exec(text);
  if (minutes) return Number(minutes[1]);
  const clock = /^(\d{1,4})(?:h|:|heures?)(\d{1,2})?(?:min|mn|minutes?|')?$/.exec(text);
  if (clock) {
    const rest = Number(clock[2] ?? 0);
    return rest < 60 ? Number(clock[1]) * 60 + rest : undefined;
  }
  const hours = /^(?=.*\d)(\d{0,4})(?:[.,](\d{0,4}))?(?:h|heures?)?$/.exec(text);
  return hours ? Math.round(Number(`${hours[1] || 0}.${hours[2] || 0}`) * 60) : undefined;
}
