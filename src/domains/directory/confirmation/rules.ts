import type { Day } from "#platform/dates.ts";

/** After how many months a card that its organisation has not confirmed is to be confirmed again. */
export const monthsToConfirm = 24;
/** How many cards a page of them shows. */
export const pageSize = 50;

/** Cards confirmed before this day are to be confirmed again: as many months earlier, at the end of a shorter month. */
export function confirmedBefore(today: Day, months = monthsToConfirm): Day {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** Whether a card is to be confirmed again today; `since` is the day it was confirmed, else added. */
export const isToConfirm = (since: Day, today: Day) => since < confirmedBefore(today);
