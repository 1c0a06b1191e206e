import { createRequire } from "node:module";

/** A time of the clock as a calendar writes it: `2026-03-06T09:00:00`, of no zone yet. */
export type WallClock = string;

const paris = "Europe/Paris";
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, format);
  return format;
}

/** What the clock of a zone says at this instant. */
function clockIn(zone: string, at: number): WallClock {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}:${parts["second"]}`;
}

/** The day and the time of the clock in Paris at this instant: `{ day: "2026-03-06", time: "09:00" }`. */
export function clockInParis(at: Date): { day: string; time: string } {
  const clock = clockIn(paris, at.getTime());
  return { day: clock.slice(0, 10), time: clock.slice(11, 16) };
}

const offsetAt = (zone: string, at: number) => Date.parse(`${clockIn(zone, at)}Z`) - at;
const halfDay = 43_200_000;

/**
 * The instant of a time of the clock in a zone of IANA, ms. An hour that comes twice, when clocks go back, is the first one; one that does
 * not exist, when they go forward, is counted from the time before it (RFC 5545, 3.3.5).
 */
export function instantOf(clock: WallClock, zone: string = paris): number {
  const utc = Date.parse(`${clock}Z`);
  const before = offsetAt(zone, utc - halfDay);
  const after = offsetAt(zone, utc + halfDay);
  for (const offset of [before, after]) if (offsetAt(zone, utc - offset) === offset) return utc - offset;
  return utc - before;
}

interface WindowsZones {
  supplemental: {
    windowsZones: { mapTimezones: { mapZone: { _other: string; _territory: string; _type: string } }[] };
  };
}
let windows: Map<string, string> | undefined;

/** The names that Windows gives to zones (cldr-core, Unicode-3.0), with the zone of IANA that each is. */
function windowsZones(): Map<string, string> {
  if (windows) return windows;
  const require = createRequire(import.meta.url);
  const { supplemental }: WindowsZones = require("cldr-core/supplemental/windowsZones.json");
  windows = new Map();
  for (const { mapZone } of supplemental.windowsZones.mapTimezones)
    if (mapZone._territory === "001") windows.set(mapZone._other, mapZone._type);
  return windows;
}

const isZone = (name: string) => {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
};

/**
 * The zone of IANA that a calendar means by `tzid`: `Europe/Paris`, `/mozilla.org/20070129_1/Europe/Paris`, `Romance Standard
 * Time`, `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`. Undefined when it is none: the calendar then describes it itself.
 */
export function zoneNamed(tzid: string): string | undefined {
  const name = tzid.trim().replace(/^"|"$/g, "");
  if (/^(utc|gmt|z)$/i.test(name)) return "UTC";
  if (/[A-Za-z]+\/[A-Za-z]/.test(name)) {
    const [own] = /[A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?$/.exec(name) ?? [];
    if (own && isZone(own)) return own;
  }
  const known = windowsZones().get(name);
  if (known) return known;
  return /\bParis\b/.test(name) ? paris : undefined;
}
