import ICAL from "ical.js";
import { takenOf } from "./free-busy.ts";
import { guestsOf } from "./guests.ts";
import { type CalendarRefusal, limits, type Occurrence, type Taken, type Window } from "./occurrence.ts";
import { instant, keyOf, leftOut, lengthOf, propertyOf, timeOf } from "./times.ts";

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

type Room = { steps: number };

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

function layOut(lines: readonly ICAL.Component[], window: Window, room: Room): Occurrence[] {
  const changed = lines.filter((line) => line.hasProperty("recurrence-id"));
  const whole = latest(lines.filter((line) => !line.hasProperty("recurrence-id")));
  const alone = new Map(
    changed.map((line) => [keyOf(timeOf(line, "recurrence-id"), propertyOf(line, "recurrence-id")), line]),
  );
  const out: Occurrence[] = [];
  const keep = (line: ICAL.Component, occurrence: string, start = timeOf(line, "dtstart")) => {
    const one = occurrenceOf(line, occurrence, start);
    if (one.startsAt < window.to && one.endsAt > window.from) out.push(one);
  };
  for (const [key, line] of alone) keep(line, key);
  if (!whole) return out;
  const recurs = whole.hasProperty("rrule") || whole.hasProperty("rdate");
  if (!recurs) {
    keep(whole, "");
    return out;
  }
  for (const rule of whole.getAllProperties("rrule"))
    if (/FREQ=(SECOND|MINUTE|HOUR)LY/i.test(rule.toICALString())) throw new Error("More often than daily.");
  const excluded = leftOut(whole);
  const begins = propertyOf(whole, "dtstart");
  const give = (time: ICAL.Time) => {
    const key = keyOf(time, begins);
    if (alone.has(key) || excluded.has(key)) return;
    excluded.add(key);
    keep(whole, key, time);
  };
  const times = new ICAL.Event(whole).iterator();
  // Where times are added by hand to none that a rule gives, the library leaves out the first.
  if (!whole.hasProperty("rrule")) give(timeOf(whole, "dtstart"));
  const last = Date.parse(window.to);
  // A day of the clock that is sure to be over, whatever its zone and however long it lasts: passed over without more ado.
  const early = new Date(Date.parse(window.from) - 2 * 86_400_000 - lengthOf(whole))
    .toISOString()
    .slice(0, 10);
  for (let time = times.next(); time && room.steps > 0; time = times.next()) {
    room.steps--;
    if (time.toString().slice(0, 10) < early) continue;
    if (instant(time, begins) >= last) break;
    give(time);
  }
  return out;
}

/** Of several versions of one thing, the one written last. */
const latest = (lines: readonly ICAL.Component[]) =>
  [...lines].sort((a, b) => sequence(a) - sequence(b)).at(-1);
const sequence = (line: ICAL.Component) => Number(line.getFirstPropertyValue("sequence") ?? 0);

function occurrenceOf(line: ICAL.Component, occurrence: string, start: ICAL.Time): Occurrence {
  const startsAt = instant(start, propertyOf(line, "dtstart"));
  const endsAt = startsAt + Math.max(0, lengthOf(line));
  const text = (name: string) => String(line.getFirstPropertyValue(name) ?? "").trim();
  const midnight = start.isDate || (start.hour === 0 && start.minute === 0);
  return {
    uid: text("uid").slice(0, 1000) || `sans-uid-${startsAt}-${text("summary").slice(0, 200)}`,
    occurrence,
    subject: text("summary"),
    description: text("description").slice(0, 5000),
    location: text("location"),
    conference:
      text("x-google-conference") ||
      text("x-microsoft-skypeteamsmeetingurl") ||
      text("x-microsoft-onlinemeetingconflink") ||
      text("conference"),
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    wholeDays:
      start.isDate ||
      text("x-microsoft-cdo-alldayevent").toUpperCase() === "TRUE" ||
      (midnight && endsAt - startsAt >= 23 * 3_600_000),
    private: /^(PRIVATE|CONFIDENTIAL)$/i.test(text("class")),
    cancelled: /^CANCELLED$/i.test(text("status")),
    free: /^TRANSPARENT$/i.test(text("transp")) || /^FREE$/i.test(text("x-microsoft-cdo-busystatus")),
    guests: guestsOf(line),
  };
}
