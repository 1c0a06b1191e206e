import ICAL from "ical.js";
import { instant, lengthOf, propertyOf, timeOf } from "./times.ts";

/**
 * The changes of a thing that comes back which are for a time of it and all those after (`RANGE=THISANDFUTURE`, RFC 5545, 3.2.13 and
 * 3.8.4.4). `alone`: the changed times, by key. The times of the thing are to be shown to `at` in their order.
 */
export function following(whole: ICAL.Component, alone: ReadonlyMap<string, ICAL.Component>) {
  const event = new ICAL.Event(whole, { exceptions: [] });
  const coming = new Map([...alone].filter(([, line]) => new ICAL.Event(line).modifiesFuture()));
  return {
    /** How far such a change may take a time from where the rule puts it, with what it then lasts; ms. */
    reach: Math.max(0, ...[...coming.values()].map((line) => Math.abs(shiftOf(line)) + lengthOf(line))),
    /** Whether there is any left to meet. */
    waits: () => coming.size > 0,
    /** The time is come to: what changes from it on is known from here. */
    meet(time: ICAL.Time, key: string) {
      const line = coming.get(key);
      if (!line) return;
      // In the zone of the rule, whatever the one in which the change names it: the library subtracts clocks.
      propertyOf(line, "recurrence-id").setValue(time.clone());
      event.relateException(line);
      coming.delete(key);
    },
    /** What is said of the thing at this time of its rule, and when it then begins. */
    at(time: ICAL.Time): { line: ICAL.Component; start: ICAL.Time } {
      if (!event.findRangeException(time)) return { line: whole, start: time };
      const { item, startDate } = event.getOccurrenceDetails(time);
      return { line: item.component, start: startDate };
    },
  };
}

const shiftOf = (line: ICAL.Component) =>
  instant(timeOf(line, "dtstart"), propertyOf(line, "dtstart")) -
  instant(timeOf(line, "recurrence-id"), propertyOf(line, "recurrence-id"));
