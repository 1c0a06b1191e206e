import { type Day, daysBetween } from "#platform/dates.ts";
import { mostInACalendar, pageSize } from "../input.ts";
import type { PublicDate } from "./held.ts";

/** The numbers of the sessions among these dates, the most that a calendar takes: those nearest to today. */
export function sessionsNear(dates: readonly PublicDate[], today: Day): number[] {
  const sessions = dates.flatMap(({ session_id, first_on }) =>
    session_id !== null && first_on ? [{ session_id, days: Math.abs(daysBetween(today, first_on)) }] : [],
  );
  return sessions
    .sort((a, b) => a.days - b.days)
    .slice(0, mostInACalendar)
    .map(({ session_id }) => session_id);
}

/** Those of these dates that changed last, for a feed. */
export const lastChanged = (dates: readonly PublicDate[]) =>
  dates.toSorted((a, b) => Number(b.changed_at) - Number(a.changed_at)).slice(0, pageSize);
