import { formatAmount } from "#ui/format.ts";
import type { PublicEvent, PublicSession } from "./queries.event.ts";
import { priceOf } from "./rules.event.ts";
import { wordKind, wordPeriod, wordWhen, wordWhere } from "./texts.ts";

/** When a session is, in words. */
export const wordSession = (session: PublicSession) =>
  wordWhen(session.starts_on, session.ends_on ?? session.starts_on, session);

/** When an event without a date is planned. */
export const wordPlanned = ({ planned_period, planned_to, programme_year }: PublicEvent) =>
  wordPeriod(planned_period, planned_to ?? (programme_year ? `${programme_year}-12-31` : null));

/** `Gratuit`, `12,50 €, gratuit pour les adhérents`; nothing when it is not known. */
export function wordPrice(event: PublicEvent): string {
  const price = priceOf(event);
  if (!price) return "";
  const amount = price.cents === null ? "" : price.cents === 0 ? "Gratuit" : formatAmount(price.cents);
  return [amount, price.words].filter(Boolean).join(", ");
}

/** One sentence for search engines and shared links. */
export function descriptionOf(event: PublicEvent): string {
  const [first] = event.sessions;
  const when = first ? `${wordSession(first)}, ${wordWhere(first)}` : wordPlanned(event);
  const text = event.description.replace(/\s+/g, " ").trim();
  return `${wordKind(event)}, ${when}. ${text}`.trim().slice(0, 160);
}
