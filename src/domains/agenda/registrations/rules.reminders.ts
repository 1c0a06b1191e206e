import { addDays, type Day } from "#platform/dates.ts";

/** A reminder to write today about a first day: how many days before, and the last day of registration that it is for. */
export interface DueReminder {
  days: number;
  /** Who had their place by that day; one who registered later has just been written to. */
  confirmedBy: Day;
}

/**
 * The reminder due today: the nearest of `reminderDays` whose day has come. One missed (the machine was off) is written late,
 * until the next one replaces it; none on the day itself or after.
 */
export function dueReminder(
  reminderDays: readonly number[],
  firstDay: Day,
  today: Day,
): DueReminder | undefined {
  if (today >= firstDay) return undefined;
  const due = reminderDays.filter((days) => days > 0 && addDays(firstDay, -days) <= today);
  if (due.length === 0) return undefined;
  const days = Math.min(...due);
  return { days, confirmedBy: addDays(firstDay, -days - 1) };
}

/** What a reminder is noted under: moved to another day, it is another. */
export const reminderKey = (sessionId: number, firstDay: Day, days: number) =>
  `reminder ${sessionId} ${firstDay} ${days}`;
