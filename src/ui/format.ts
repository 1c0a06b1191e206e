import type { Day } from "#platform/dates.ts";

/** How dates, numbers and amounts read on screen. The only place that writes them: they read the same everywhere. */
const numbers = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });
const percents = new Intl.NumberFormat("fr-FR", { style: "percent", maximumFractionDigits: 1 });
const long = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });
const short = new Intl.DateTimeFormat("fr-FR", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat("fr-FR", { month: "long", timeZone: "UTC" });
const months = Array.from({ length: 12 }, (_, rank) => month.format(Date.UTC(2000, rank)));
const weekday = new Intl.DateTimeFormat("fr-FR", { weekday: "long", timeZone: "UTC" });
/** From Sunday, as computers count them: 2 January 2000 was one. */
const weekdays = Array.from({ length: 7 }, (_, rank) => weekday.format(Date.UTC(2000, 0, 2 + rank)));
const shortWeekday = new Intl.DateTimeFormat("fr-FR", { weekday: "short", timeZone: "UTC" });
const instant = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});

/** `1 517`, `780,25` */
export const formatNumber = (value: number) =>
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numbers.format(value);
/** A share from 0 to 1 to `33,3 %` */
export const formatShare = (share: number) => percents.format(share);
/** `6 janvier 2021`, with `1er` */
export const formatDay = (day: Day) => long.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, "1er ");
const whole = new Intl.DateTimeFormat("fr-FR", { dateStyle: "full", timeZone: "UTC" });
/** `lundi 30 mars 2026`, with `1er` */
export const formatFullDay = (day: Day) => whole.format(new Date(`${day}T00:00:00Z`)).replace(/ 1 /, " 1er ");
/** `06/01/2021`, for tables and fields */
export const formatShortDay = (day: Day) => short.format(new Date(`${day}T00:00:00Z`));
/** 1 to `janvier` */
export const formatMonth = (number: number) => months[number - 1] ?? "";
/** A day to `mardi` */
export const formatWeekday = (day: Day) => weekdays[new Date(day).getUTCDay()] ?? "";
/** A day to `mar.` */
export const formatShortWeekday = (day: Day) => shortWeekday.format(new Date(`${day}T00:00:00Z`));
/** `09:30:00` to `9 h 30`, `14 h` */
export const formatClock = (clock: string) =>
  `${Number(clock.slice(0, 2))}\u00a0h${clock.slice(3, 5) === "00" ? "" : `\u00a0${clock.slice(3, 5)}`}`;
/** `22 novembre 2026 à 02:10`, Paris time, with `1er` */
export const formatInstant = (at: Date) => instant.format(at).replace(/^1 /, "1er ");
/** Minutes to `1 h 30`, `45 min`, `104 h` */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0
    ? `${numbers.format(hours)}\u00a0h`
    : `${numbers.format(hours)}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}
/** Minutes to hours with decimals: `780,25 h` */
export const formatHours = (minutes: number) => `${numbers.format(minutes / 60)}\u00a0h`;
/** `1 réunion`, `2 réunions`; French: plural from 2. */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${formatNumber(count)}\u00a0${Math.abs(count) < 2 ? one : many}`;
/** Bytes to `2,4 Mo` */
export function formatBytes(bytes: number): string {
  const units = ["octets", "Ko", "Mo", "Go"];
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1000)));
  return `${numbers.format(Math.round((bytes / 1000 ** power) * 10) / 10)}\u00a0${units[power]}`;
}
const euros = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** Cents to `5 000 €`, `1 259,50 €` */
export const formatAmount = (cents: number) =>
  `${cents % 100 === 0 ? numbers.format(cents / 100) : euros.format(cents / 100)}\u00a0€`;
