import { addDays, type Day, daysBetween } from "#platform/dates.ts";

/**
 * Reads an hour of the clock as people type it: `9h`, `9h30`, `9:30`, `09 h 30`, `14`, `midi`. `09:30`, or undefined when it is
 * none. The hours of a day go from 0 to 23.
 */
export function readTime(typed: string): string | undefined {
  const text = typed.trim().toLowerCase().replace(/\s/g, "");
  if (text === "midi") return "12:00";
  const [, hours = "", minutes = "0"] =
    /^(\d{1,2})(?:[h:.](\d{2})?)?(?:min|mn)?(?::\d{2})?$/.exec(text) ?? [];
  if (hours === "" || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}`;
}

/** `09:30` and `09:30:00`, as tables give it, to `9 h 30`; `9 h` when it is sharp. */
export function wordTime(time: string): string {
  const [hours = "", minutes = ""] = time.split(":");
  return `${Number(hours)}\u00a0h${minutes === "00" ? "" : `\u00a0${minutes}`}`;
}

const minutesOf = (time: string) => {
  const [hours = "", minutes = ""] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
};

/** How long a session lasts by its hours, the same each of its days; 0 when they are not known. */
export function durationOf(session: {
  startsOn: Day;
  endsOn: Day | null;
  startsAt: string | null;
  endsAt: string | null;
}): number {
  if (!session.startsAt || !session.endsAt) return 0;
  const aDay = minutesOf(session.endsAt) - minutesOf(session.startsAt);
  const days = daysBetween(session.startsOn, session.endsOn ?? session.startsOn) + 1;
  return aDay > 0 ? aDay * days : 0;
}

/** The same weekday a year later: what is done again next year is done on the same day of the week. */
export const nextYear = (day: Day): Day => addDays(day, 364);

interface Moved {
  starts_on: Day;
  starts_at: string | null;
  moved_from: Day | null;
  moved_from_at: string | null;
}

/**
 * Where a session that is moved is said to come from: the first date that was announced, until it comes back to it. `09:30`
 * and `09:30:00` are the same hour.
 */
export function movedFrom(before: Moved, after: { startsOn: Day; startsAt: string | null }) {
  const first = before.moved_from ?? before.starts_on;
  const firstAt = before.moved_from ? before.moved_from_at : before.starts_at;
  const back = after.startsOn === first && hourOf(after.startsAt) === hourOf(firstAt);
  return back ? { moved_from: null, moved_from_at: null } : { moved_from: first, moved_from_at: firstAt };
}

export const hourOf = (time: string | null) => time?.slice(0, 5) ?? null;
