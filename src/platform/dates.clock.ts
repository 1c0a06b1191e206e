import type { Day } from "./dates.ts";

/** A time of the clock: `09:30`, `09:30:00`. */
export type Clock = string;

const paris = "Europe/Paris";
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

/** The day and the time that the clocks of a zone show at an instant. */
export function clockAt(at: Date, zone = paris): { day: Day; time: Clock } {
  const shown = formatOf(zone).format(at); // `2026-03-29, 03:00:00`
  return { day: shown.slice(0, 10), time: shown.slice(12, 17) };
}

/** By how many ms the clocks of a zone are ahead of universal time. */
function aheadAt(at: number, zone: string): number {
  const whole = Math.floor(at / 1000) * 1000;
  return Date.parse(`${formatOf(zone).format(whole).replace(", ", "T")}Z`) - whole;
}

/**
 * The instant at which the clocks of a zone show this time. A time that the spring change skips is read as if the clocks had
 * not moved yet (02:30 is then shown as 03:30); one that autumn shows twice is the first of the two (RFC 5545, 3.3.5).
 */
export function instantAt(day: Day, time: Clock, zone = paris): Date {
  const shown = Date.parse(`${day}T${time}Z`);
  // What the clocks are ahead by a day before and after: the same twice but around a change.
  const [before, after] = [aheadAt(shown - 86_400_000, zone), aheadAt(shown + 86_400_000, zone)];
  const first = shown - before;
  if (before === after || aheadAt(first, zone) === before) return new Date(first);
  const second = shown - after;
  return new Date(aheadAt(second, zone) === after ? second : first);
}

/** Whether a zone of that name is known (`Europe/Paris`). */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}
