import { type Day, readDay } from "#platform/dates.ts";

export type Precision = "day" | "month" | "year";

/** A date as far as it is known: its first day when something begins, its last when it ends. */
export interface Period {
  on: Day;
  precision: Precision;
}

const months = "janv fevr mars avri mai juin juil aout sept octo nove dece".split(" ");

/**
 * Reads a date that may be vague: `2021`, `mars 2021`, `03/2021`, `2021-03`, or a day as people type it. What begins
 * begins on the first day of its month or year, what ends ends on the last. Undefined when it is none; years 1900 to 2200.
 */
export function readPeriod(typed: string, edge: "start" | "end"): Period | undefined {
  const text = typed.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  if (/^\d{4}$/.test(text)) return edgeOf(Number(text), undefined, edge);
  const figures = /^(\d{1,2}) ?[/.-] ?(\d{4})$/.exec(text);
  if (figures) return edgeOf(Number(figures[2]), Number(figures[1]), edge);
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (iso) return edgeOf(Number(iso[1]), Number(iso[2]), edge);
  const worded = /^([a-z]{3,})\.? (\d{4})$/.exec(text);
  if (worded) return edgeOf(Number(worded[2]), monthNamed(worded[1] ?? ""), edge);
  const on = readDay(typed);
  return on === undefined ? undefined : { on, precision: "day" };
}

function monthNamed(word: string): number {
  return months.findIndex((name) => word.startsWith(name) || (word.length >= 3 && name.startsWith(word))) + 1;
}

function edgeOf(year: number, month: number | undefined, edge: "start" | "end"): Period | undefined {
  if (year < 1900 || year > 2200 || (month !== undefined && (month < 1 || month > 12))) return undefined;
  const precision = month === undefined ? "year" : "month";
  if (edge === "start") return { on: dayAt(year, (month ?? 1) - 1, 1), precision };
  return { on: dayAt(year, month ?? 12, 0), precision };
}

/** Day 0 of a month is the last of the one before. */
const dayAt = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
