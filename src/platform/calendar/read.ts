import ICAL from "ical.js";
import { takenOf } from "./free-busy.ts";
import { layOut, type Room } from "./lay-out.ts";
import { type CalendarRefusal, limits, type Occurrence, type Taken, type Window } from "./occurrence.ts";

export type CalendarContent =
  | {
      ok: true;
      /** What the calendar calls itself; empty when it does not say. */
      name: string;
      occurrences: Occurrence[];
      /** What it shares as taken and nothing more. */
      taken: Taken[];
      /** What could not be understood, and is left out. */
      unread: number;
    }
  | { ok: false; refusal: CalendarRefusal };

/**
 * What a calendar holds in a window, in order of time. Recurrences are laid out with what changes and what is left out of them. A time without
 * a zone is Paris's. Meant for the thread of `worker.ts`: a hostile rule may take for ever.
 */
export function readCalendar(text: string, window: Window): CalendarContent {
  const calendars = parse(text);
  if (!calendars) return { ok: false, refusal: "notCalendar" };
  const room: Room = { steps: limits.steps };
  const found: Occurrence[] = [];
  let unread = 0;
  for (const calendar of calendars)
    for (const lines of byUid(calendar)) {
      try {
        found.push(...layOut(lines, window, room));
      } catch {
        unread++;
      }
      if (room.steps <= 0 || found.length > limits.occurrences) return { ok: false, refusal: "tooHeavy" };
    }
  const first = calendars[0]?.getFirstPropertyValue("x-wr-calname");
  return {
    ok: true,
    name: typeof first === "string" ? first.trim().slice(0, 120) : "",
    occurrences: found.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
    taken: calendars.flatMap((calendar) => takenOf(calendar, window)),
    unread,
  };
}

/** The calendars of a text; a file may hold several. Blank lines and a byte order mark are not its fault. */
function parse(text: string): ICAL.Component[] | undefined {
  const clean = text
    .replace(/^\uFEFF/, "")
    .replace(/^\s+/, "")
    .replace(/\r?\n(?:[ \t]*\r?\n)+/g, "\r\n");
  if (!/^BEGIN:VCALENDAR/i.test(clean)) return undefined;
  try {
    const parsed = ICAL.parse(clean.trimEnd());
    const whole: unknown[] = Array.isArray(parsed[0]) ? parsed : [parsed];
    return whole.map((one) => new ICAL.Component(one as ICAL.Component["jCal"]));
  } catch {
    return undefined;
  }
}

/** The lines of each thing of a calendar: itself, then the times of it that were changed alone. */
function byUid(calendar: ICAL.Component): ICAL.Component[][] {
  const events = calendar.getAllSubcomponents("vevent");
  const named = Map.groupBy(events, (event, at = 0) =>
    String(event.getFirstPropertyValue("uid") ?? `sans-uid-${at}`),
  );
  return [...named.values()];
}
