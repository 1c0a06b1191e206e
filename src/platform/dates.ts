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

/**
 * Reads a day as people type it: `6/1/21`, `06/01/2021`, `6-1-2021`, `2021-01-06`, `6 janvier 2021`.
 * French order; two figures mean 2000-2099. Undefined when it is no day of the calendar (`31/02/2021`).
 */
export function readDay(typed: string): Day | undefined {
  const text = typed.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/.exec(text);
  if (french) return day(fullYear(french[3] ?? ""), Number(french[2]), Number(french[1]));
  const worded = /^(\d{1,2})(?:er)?\s+([a-z]+)\.?\s+(\d{4})$/.exec(text);
  const month = worded
    ? months.findIndex(
        (name) => name === worded[2] || ((worded[2] ?? "").length >= 3 && name.startsWith(worded[2] ?? "")),
      )
    : -1;
  return worded && month >= 0 ? day(Number(worded[3]), month + 1, Number(worded[1])) : undefined;
}

const fullYear = (figures: string) => (figures.length === 2 ? 2000 + Number(figures) : Number(figures));

function day(year: number, month: number, date: number): Day | undefined {
  if (year < 1000 || year > 2999) return undefined;
  const made = new Date(Date.UTC(year, month - 1, date));
  const real = made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return real ? made.toISOString().slice(0, 10) : undefined;
}

/** The day it is in Paris at this instant. */
export function dayInParis(now: Date): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(now);
}

/** The civil year of a day. */
export const yearOf = (day: Day) => Number(day.slice(0, 4));

/**
 * Reads a duration as people type it, in minutes: `1,5` and `1.5` are hours, `1h30`, `1 h 30`, `1:30`, `90 min`, `45mn`.
 * Undefined when it is none; a negative one is none.
 */
export function readDuration(typed: string): number | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]/g, "");
  const minutes = /^(\d{1,5})(?:min|mn|minutes?|')$/.exec(text);
  if (minutes) return Number(minutes[1]);
  const clock = /^(\d{1,4})(?:h|:|heures?)(\d{1,2})?(?:min|mn|')?$/.exec(text);
  if (clock) {
    const rest = Number(clock[2] ?? 0);
    return rest < 60 ? Number(clock[1]) * 60 + rest : undefined;
  }
  const hours = /^(\d{1,4})(?:[.,](\d{1,4}))?h?$/.exec(text);
  return hours ? Math.round(Number(`${hours[1]}.${hours[2] ?? 0}`) * 60) : undefined;
}
