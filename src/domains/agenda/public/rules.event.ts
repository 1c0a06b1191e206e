import type { Day } from "#platform/dates.ts";
import type { PublicEvent, PublicSession } from "./queries.event.ts";

const lastOf = ({ starts_on, ends_on }: Pick<PublicSession, "starts_on" | "ends_on">) => ends_on ?? starts_on;

/** The dates that are not over today, then those that are, the last first. */
export function partSessions(sessions: readonly PublicSession[], today: Day) {
  return {
    upcoming: sessions.filter((session) => lastOf(session) >= today),
    past: sessions.filter((session) => lastOf(session) < today).reverse(),
  };
}

/** Whether all of an event is called off: itself, or each of its dates. */
export const isCalledOff = ({ cancelled, sessions }: Pick<PublicEvent, "cancelled" | "sessions">) =>
  cancelled || (sessions.length > 0 && sessions.every((session) => session.cancelled));

/**
 * What it costs, when it is known: an event to which one registers says its price, and zero is free; one without
 * registration says it only when the team wrote it.
 */
export function priceOf({
  registration,
  price_cents,
  price_words,
}: Pick<PublicEvent, "registration" | "price_cents" | "price_words">): {
  cents: number | null;
  words: string;
} | null {
  if (price_cents > 0) return { cents: price_cents, words: price_words };
  if (price_words) return { cents: null, words: price_words };
  return registration === "none" ? null : { cents: 0, words: "" };
}
