import { ICalCalendar, ICalCalendarMethod, type ICalEventData, ICalEventStatus } from "ical-generator";
import { instantAt } from "#platform/dates.clock.ts";
import { addDays, type Day } from "#platform/dates.ts";

/** A session as a calendar takes it. Days and times are those of the clock in Paris. */
export interface CalendarSession {
  /** Stays the same for ever: a calendar that has it changes its own (`agenda.sessions.uid`). */
  uid: string;
  /** Raised at each change of date, place or state. */
  sequence: number;
  title: string;
  /** What this date is called among the others of the event; empty when it has no name of its own. */
  session_title: string;
  starts_on: Day;
  ends_on: Day | null;
  /** `09:30:00`; null: the whole day. */
  starts_at: string | null;
  ends_at: string | null;
  /** Of the session, when its end is not said; 0 when it is not known. */
  duration_minutes: number;
  cancelled: boolean;
  /** Where, in words: `Lille, 23 rue Gosselet`. */
  where: string;
  /** What the calendar says under the title. */
  description: string;
  /** The whole address of its page. */
  url: string;
  changed_at: Date;
}

interface Calendar {
  /** What a calendar program calls it. */
  name: string;
  /** The whole address of the page that says the same, when there is one. */
  url?: string;
  /** Why it is sent: to be shown (`publish`, the default), to invite someone by mail, to take the invitation back. */
  method?: "publish" | "request" | "cancel";
}

const methods = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
} as const;

/** How often a program that follows the calendar is asked to come back, in seconds. */
const comeBackSeconds = 6 * 3600;

/**
 * Sessions as an iCalendar file (RFC 5545): the same text as long as nothing changed. Times are written in UTC, so that no
 * reader's clock can move them; those of whole days as days. A cancelled one stays, and says so (`STATUS:CANCELLED`).
 * What has no date yet is for the caller to leave out: a calendar has no place for it.
 */
export function calendarOf(
  sessions: readonly CalendarSession[],
  { name, url, method = "publish" }: Calendar,
): string {
  const calendar = new ICalCalendar({
    name: escaped(name),
    prodId: { company: "Maillage", product: "Agenda", language: "FR" },
    method: methods[method],
    ttl: comeBackSeconds,
    ...(url ? { url } : {}),
  });
  for (const session of sessions) calendar.createEvent(eventOf(session));
  return `${calendar.toString().trimEnd()}\r\n`;
}

function eventOf(session: CalendarSession): ICalEventData {
  const called = session.session_title ? `${session.title} : ${session.session_title}` : session.title;
  return {
    id: session.uid,
    sequence: session.sequence,
    summary: session.cancelled ? `Annulé : ${called}` : called,
    ...whenOf(session),
    status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: session.where || null,
    description: session.description || null,
    url: session.url,
    stamp: session.changed_at,
    lastModified: session.changed_at,
  };
}

/** A day without hours ends, for a calendar, on the morning of the day after. */
function whenOf(session: CalendarSession): Pick<ICalEventData, "start" | "end" | "allDay"> {
  const { starts_on, starts_at, ends_at, duration_minutes } = session;
  const last = session.ends_on ?? starts_on;
  if (!starts_at) return { allDay: true, start: midnight(starts_on), end: midnight(addDays(last, 1)) };
  const start = instantAt(starts_on, starts_at);
  if (ends_at) return { start, end: instantAt(last, ends_at) };
  return { start, end: duration_minutes > 0 ? new Date(start.getTime() + duration_minutes * 60_000) : null };
}

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`);

/** The library writes the name of a calendar as it is given (RFC 5545, 3.3.11). */
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\s+/g, " ");
