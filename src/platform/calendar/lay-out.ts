import ICAL from "ical.js";
import { occurrenceOf } from "./event.ts";
import { following } from "./following.ts";
import type { Occurrence, Window } from "./occurrence.ts";
import { instant, keyOf, leftOut, lengthOf, propertyOf, timeOf } from "./times.ts";

/** What is left of the work that a calendar may ask for. */
export type Room = { steps: number };

/** The times of one thing that touch the window, from its own lines and those of its times that were changed. */
export function layOut(lines: readonly ICAL.Component[], window: Window, room: Room): Occurrence[] {
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
  const changes = following(whole, alone);
  const give = (time: ICAL.Time) => {
    const key = keyOf(time, begins);
    changes.meet(time, key);
    if (alone.has(key) || excluded.has(key)) return;
    excluded.add(key);
    const { line, start } = changes.at(time);
    keep(line, key, start);
  };
  const times = new ICAL.Event(whole).iterator();
  // Where times are added by hand to none that a rule gives, the library leaves out the first.
  if (!whole.hasProperty("rrule")) give(timeOf(whole, "dtstart"));
  const last = Date.parse(window.to) + changes.reach;
  // A day of the clock that is sure to be over, whatever its zone and however long it lasts: passed over without more ado.
  const early = new Date(Date.parse(window.from) - 2 * 86_400_000 - lengthOf(whole) - changes.reach)
    .toISOString()
    .slice(0, 10);
  for (let time = times.next(); time && room.steps > 0; time = times.next()) {
    room.steps--;
    if (time.toString().slice(0, 10) < early) {
      if (changes.waits()) changes.meet(time, keyOf(time, begins));
      continue;
    }
    if (instant(time, begins) >= last) break;
    give(time);
  }
  return out;
}

/** Of several versions of one thing, the one written last. */
const latest = (lines: readonly ICAL.Component[]) =>
  [...lines].sort((a, b) => sequence(a) - sequence(b)).at(-1);
const sequence = (line: ICAL.Component) => Number(line.getFirstPropertyValue("sequence") ?? 0);
