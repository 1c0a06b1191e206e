import { type Day, dayInParis } from "#platform/dates.ts";
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

/**
 * Whether one can register today, here or on another site: not once its last day is over or called off, nor out of the time
 * that the team set. Whether places are left is said by the form itself.
 */
export function registrationOf(
  event: Pick<
    PublicEvent,
    "registration" | "registration_url" | "opens_at" | "closes_at" | "sessions" | "cancelled"
  >,
  now: Date,
): "none" | "soon" | "open" | "closed" {
  const { registration, registration_url: url, opens_at, closes_at, sessions } = event;
  const elsewhere = registration === "elsewhere" && /^https?:/.test(url) && URL.canParse(url);
  if (!elsewhere && registration !== "here") return "none";
  const today = dayInParis(now);
  const over = sessions.every((session) => session.cancelled || lastOf(session) < today);
  if (event.cancelled || (sessions.length > 0 && over)) return "none";
  if (opens_at && now < new Date(opens_at)) return "soon";
  if (registration === "here" && sessions.length === 0) return "none";
  return closes_at && now >= new Date(closes_at) ? "closed" : "open";
}
