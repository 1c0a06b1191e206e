import type ICAL from "ical.js";
import { guestsOf } from "./guests.ts";
import type { Occurrence } from "./occurrence.ts";
import { instant, lengthOf, propertyOf } from "./times.ts";

/** What these lines of a calendar say, held at this start; `occurrence` names it among the times of one thing. */
export function occurrenceOf(line: ICAL.Component, occurrence: string, start: ICAL.Time): Occurrence {
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
