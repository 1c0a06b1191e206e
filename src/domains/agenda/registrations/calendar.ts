import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { addDays } from "#platform/dates.ts";
import { sessionsOf } from "./emails.tsx";
import type { Booking } from "./queries.event.ts";
import { wordWhere } from "./texts.ts";

/**
 * The sessions of one person as an iCalendar file (RFC 5545). The UIDs are those of the sessions: a calendar that has them from
 * elsewhere shows each once. Cancelled ones are said to be. `url` is the page of the person.
 */
export function calendarFile(
  booking: Booking,
  sessionId: number | null,
  { network, url, now }: { network: string; url: string; now: Date },
): string {
  const calendar = ical({
    prodId: { company: "Maillage", product: "Agenda", language: "FR" },
    name: booking.title,
    method: ICalCalendarMethod.PUBLISH,
  });
  const coming = new Set(sessionsOf(booking, sessionId).map(({ id }) => id));
  for (const session of booking.sessions) {
    const chosen = booking.series || sessionId === null || session.id === sessionId;
    if (!chosen) continue;
    const gone = booking.cancelled || !coming.has(session.id);
    const last = session.ends_on ?? session.starts_on;
    const whole = session.starts_at === null;
    calendar.createEvent({
      id: session.uid,
      sequence: session.sequence + (gone ? 1 : 0),
      stamp: now,
      start: whole ? `${session.starts_on}T00:00:00` : `${session.starts_on}T${session.starts_at}:00`,
      end: whole ? `${addDays(last, 1)}T00:00:00` : `${last}T${session.ends_at ?? session.starts_at}:00`,
      allDay: whole,
      ...(whole ? {} : { timezone: "Europe/Paris" }),
      summary: session.title ? `${booking.title} : ${session.title}` : booking.title,
      location: [wordWhere(session), session.address].filter(Boolean).join(", "),
      description: [session.online_url ? `Pour vous connecter : ${session.online_url}` : "", network]
        .filter(Boolean)
        .join("\n"),
      url,
      status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
