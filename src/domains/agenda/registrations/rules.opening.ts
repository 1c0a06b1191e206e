import { clockAt } from "#platform/dates.clock.ts";
import type { Day } from "#platform/dates.ts";

/** What decides whether one may register. */
export interface Bookable {
  registration: string;
  status: string;
  cancelled: boolean;
  opens_at: Date | null;
  closes_at: Date | null;
  sessions: readonly { cancelled: boolean; starts_on: Day; starts_at: string | null }[];
}

export type Opening =
  | { is: "open" }
  /** Not before this instant. */
  | { is: "early"; at: Date }
  /** `elsewhere`: another site takes them; `undated`: nothing to come to yet; `past`: it has begun. */
  | { is: "none" | "elsewhere" | "cancelled" | "undated" | "past" | "closed" };

/** The clock of Paris as text that compares: `2021-02-18 14:00`. */
export type Clock = string;

export function clockOf(now: Date): Clock {
  const { day, time } = clockAt(now);
  return `${day} ${time}`;
}

/** When a session begins; one without a time, at the end of its day. */
const beginning = ({ starts_on, starts_at }: Bookable["sessions"][number]): Clock =>
  `${starts_on} ${(starts_at ?? "23:59").slice(0, 5)}`;

/**
 * Whether registrations are taken at `now`, which the clock of Paris calls `clock`. A series closes as its first session begins, and what
 * is chosen session by session as the last one does, unless the event says when.
 */
export function openingOf(event: Bookable, series: boolean, now: Date, clock: Clock): Opening {
  if (event.registration === "none" || event.status !== "published") return { is: "none" };
  if (event.cancelled) return { is: "cancelled" };
  if (event.registration === "elsewhere") return { is: "elsewhere" };
  const begins = event.sessions
    .filter(({ cancelled }) => !cancelled)
    .map(beginning)
    .sort();
  const last = series ? begins[0] : begins.at(-1);
  if (last === undefined) return { is: event.sessions.length > 0 ? "cancelled" : "undated" };
  if (event.opens_at && now < event.opens_at) return { is: "early", at: event.opens_at };
  if (event.closes_at && now >= event.closes_at) return { is: "closed" };
  if (!event.closes_at && clock >= last) return { is: "past" };
  return { is: "open" };
}

/** Whether one session may still be chosen. */
export const isChoosable = (session: Bookable["sessions"][number], clock: Clock) =>
  !session.cancelled && clock < beginning(session);
