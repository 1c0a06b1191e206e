import ICAL from "ical.js";
import { instantAt } from "../dates.clock.ts";
import { zoneNamed } from "../dates.zones.ts";

/** Which time of a recurring thing: its instant, or its day; the same whatever the zone in which a calendar writes it. */
export const keyOf = (time: ICAL.Time, property: ICAL.Property) =>
  time.isDate
    ? time.toString().slice(0, 10).replaceAll("-", "")
    : new Date(instant(time, property)).toISOString().replace(/[-:]|\.000/g, "");

/** The times that a calendar takes out of a rule, in whatever zone it writes them. */
export function leftOut(line: ICAL.Component): Set<string> {
  const keys = line
    .getAllProperties("exdate")
    .flatMap((property) =>
      property.getValues().flatMap((time) => (time instanceof ICAL.Time ? keyOf(time, property) : [])),
    );
  return new Set(keys);
}

export function timeOf(line: ICAL.Component, name: string): ICAL.Time {
  const value = line.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) throw new Error(`No ${name}.`);
  return value;
}

export function propertyOf(line: ICAL.Component, name: string): ICAL.Property {
  const property = line.getFirstProperty(name);
  if (!property) throw new Error(`No ${name}.`);
  return property;
}

/** The instant of a time of this property, by the zone that it names, else by the one that the calendar describes. */
export function instant(time: ICAL.Time, property: ICAL.Property): number {
  const [day = "", clock = "00:00"] = time.toString().replace(/Z$/, "").split("T");
  if (!time.isDate && time.zone?.tzid === "UTC") return instantAt(day, clock, "UTC").getTime();
  const tzid = String(property.getParameter("tzid") ?? "");
  const zone = tzid ? zoneNamed(tzid) : undefined;
  if (tzid && !zone && time.zone && time.zone.tzid !== "floating") return time.toUnixTime() * 1000;
  return instantAt(day, clock, zone).getTime();
}

/** How long it lasts, ms, from its own beginning to its own end: the same for each time that it comes back. */
export function lengthOf(line: ICAL.Component): number {
  const start = timeOf(line, "dtstart");
  const duration = line.getFirstPropertyValue("duration");
  if (line.hasProperty("dtend"))
    return (
      instant(timeOf(line, "dtend"), propertyOf(line, "dtend")) - instant(start, propertyOf(line, "dtstart"))
    );
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1000;
  return start.isDate ? 86_400_000 : 0;
}
