import ICAL from "ical.js";
import { instantAt, isZone } from "#platform/dates.clock.ts";
import type { Period } from "./rules.slots.ts";

/** What is read at most of a calendar: events, repetitions unrolled, and those of an event that comes back several times a day. */
const mostEvents = 20_000;
const mostTurns = 150_000;
const mostInDay = 2000;

/** How some calendars of offices call zones (CLDR, windowsZones). */
const officeZones: Readonly<Record<string, string>> = {
  "Romance Standard Time": "Europe/Paris",
  "W. Europe Standard Time": "Europe/Berlin",
  "Central Europe Standard Time": "Europe/Budapest",
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Africa/Abidjan",
  UTC: "UTC",
};

/**
 * When a calendar says that its owner is taken, between two instants; nothing of what it says besides. Events that are free
 * (`TRANSP`), cancelled or refused by Outlook's mark do not count; repetitions, their exceptions and `FREEBUSY` do. A time
 * without a zone is one of Paris. Undefined when the text is no calendar (RFC 5545).
 */
export function busyTimes(text: string, from: Date, to: Date): Period[] | undefined {
  let calendars: ICAL.Component[];
  try {
    const parsed: unknown = ICAL.parse(text);
    calendars = asCalendars(parsed).map((one) => new ICAL.Component(one));
  } catch {
    return undefined;
  }
  if (calendars.length === 0 || calendars.some(({ name }) => name !== "vcalendar")) return undefined;
  const periods = calendars.flatMap((calendar) => periodsOf(calendar, from, to));
  return joined(periods.filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from));
}

/** One calendar is a list that begins with its name; several, a list of such lists. */
function asCalendars(parsed: unknown): [string, unknown[], unknown[]][] {
  if (!Array.isArray(parsed)) return [];
  return (typeof parsed[0] === "string" ? [parsed] : parsed) as [string, unknown[], unknown[]][];
}

function periodsOf(calendar: ICAL.Component, from: Date, to: Date): Period[] {
  const zones = new Map<string, ICAL.Timezone>();
  for (const component of calendar.getAllSubcomponents("vtimezone")) {
    const zone = new ICAL.Timezone(component);
    zones.set(zone.tzid, zone);
  }
  const window: Window = { zones, from, to, turns: mostTurns };
  const events = calendar
    .getAllSubcomponents("vevent")
    .filter((one) => one.hasProperty("dtstart"))
    .slice(0, mostEvents);
  const isChange = (one: ICAL.Component) => one.hasProperty("recurrence-id");
  const changes = Map.groupBy(events.filter(isChange), uidOf);
  return [
    // A repetition that was changed stands alone; its series leaves its place empty.
    ...events.filter(isChange).flatMap((one) => single(new ICAL.Event(one, { exceptions: [] }), window)),
    ...events
      .filter((one) => !isChange(one))
      .flatMap((one) => {
        const event = new ICAL.Event(one, { exceptions: changes.get(uidOf(one)) ?? [] });
        if (!event.isRecurring()) return single(event, window);
        // Days added by hand come besides the first one, which the library leaves out when there is no rule.
        return [...(one.hasProperty("rrule") ? [] : single(event, window)), ...repeated(event, window)];
      }),
    ...calendar.getAllSubcomponents("vfreebusy").flatMap((one) => saidBusy(one, window)),
  ];
}

interface Window {
  zones: ReadonlyMap<string, ICAL.Timezone>;
  from: Date;
  to: Date;
  /** How many repetitions may still be unrolled. */
  turns: number;
}

const uidOf = (event: ICAL.Component) => String(event.getFirstPropertyValue("uid"));

/** Whether an event takes its time. */
function counts({ component }: ICAL.Event): boolean {
  const said = (name: string) => String(component.getFirstPropertyValue(name) ?? "").toUpperCase();
  if (said("transp") === "TRANSPARENT" || said("x-microsoft-cdo-busystatus") === "FREE") return false;
  return said("status") !== "CANCELLED";
}

function single(event: ICAL.Event, window: Window): Period[] {
  if (!counts(event)) return [];
  const startsAt = dateOf(event.startDate, zoneOf(event, "dtstart"), window);
  const endsAt = dateOf(event.endDate, zoneOf(event, "dtend") ?? zoneOf(event, "dtstart"), window);
  return startsAt < endsAt ? [{ startsAt, endsAt }] : [];
}

function repeated(event: ICAL.Event, window: Window): Period[] {
  const periods: Period[] = [];
  const zone = zoneOf(event, "dtstart");
  const turn = event.iterator();
  let left = Math.min(window.turns, oftenInDay(event) ? mostInDay : mostTurns);
  for (let next = turn.next(); next && left > 0; next = turn.next()) {
    left -= 1;
    window.turns -= 1;
    if (dateOf(next, zone, window) >= window.to) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (item.component !== event.component && !item.modifiesFuture()) continue;
    if (counts(item))
      periods.push({ startsAt: dateOf(startDate, zone, window), endsAt: dateOf(endDate, zone, window) });
  }
  return periods.filter(({ startsAt, endsAt }) => startsAt < endsAt && endsAt > window.from);
}

const oftenInDay = ({ component }: ICAL.Event) =>
  /^FREQ=(SECOND|MINUTE|HOUR)LY/i.test(String(component.getFirstPropertyValue("rrule") ?? ""));

function saidBusy(component: ICAL.Component, window: Window): Period[] {
  return component
    .getAllProperties("freebusy")
    .filter((property) => property.getFirstParameter("fbtype")?.toUpperCase() !== "FREE")
    .flatMap((property) => property.getValues())
    .flatMap((value) => {
      if (!(value instanceof ICAL.Period)) return [];
      return [
        {
          startsAt: dateOf(value.start, undefined, window),
          endsAt: dateOf(value.getEnd(), undefined, window),
        },
      ];
    });
}

function zoneOf({ component }: ICAL.Event, property: string): string | undefined {
  const zone = component.getFirstProperty(property)?.getFirstParameter("tzid");
  return zone === undefined ? undefined : (officeZones[zone] ?? zone);
}

/** The instant of a time: by the zone that it names when its name is known, else by what the calendar says of it, else Paris. */
function dateOf(time: ICAL.Time, zone: string | undefined, { zones }: Window): Date {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
  const clock = time.isDate ? "00:00" : `${two(time.hour)}:${two(time.minute)}`;
  if (time.isDate) return instantAt(day, clock);
  if (time.zone === ICAL.Timezone.utcTimezone) return new Date(time.toUnixTime() * 1000);
  if (zone !== undefined && isZone(zone)) return instantAt(day, clock, zone);
  const own = zone === undefined ? undefined : zones.get(zone);
  if (!own) return instantAt(day, clock);
  const local = time.clone();
  local.zone = own;
  return new Date(local.toUnixTime() * 1000);
}

/** The same times in order, those that touch made one. */
function joined(periods: readonly Period[]): Period[] {
  const whole: Period[] = [];
  for (const { startsAt, endsAt } of [...periods].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime(),
  )) {
    const last = whole.at(-1);
    if (last && startsAt <= last.endsAt)
      last.endsAt = new Date(Math.max(endsAt.getTime(), last.endsAt.getTime()));
    else whole.push({ startsAt, endsAt });
  }
  return whole;
}
