import { addDays, type Day, yearOf } from "#platform/dates.ts";

/** Easter Sunday of a year of the Gregorian calendar (Butcher’s computation). */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const count = epact + sunday - 7 * late + 114;
  const month = String(Math.floor(count / 31)).padStart(2, "0");
  return `${year}-${month}-${String((count % 31) + 1).padStart(2, "0")}`;
}

/** The public holidays of a year in metropolitan France (Code du travail, article L3133-1), in order. */
export function holidaysOf(year: number): Day[] {
  const easter = easterOf(year);
  const fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
  return [
    ...fixed.map((day) => `${year}-${day}`),
    ...[1, 39, 50].map((days) => addDays(easter, days)),
  ].sort();
}

/** Whether one works on this day: neither a Saturday, a Sunday nor a public holiday. */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(yearOf(day)).includes(day);
}

/** This day, or the first one after it on which one works. */
export function nextWorkingDay(day: Day): Day {
  let next = day;
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
}
