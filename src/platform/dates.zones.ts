import { createRequire } from "node:module";
import { isZone } from "./dates.clock.ts";

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
  return /\bParis\b/.test(name) ? "Europe/Paris" : undefined;
}
