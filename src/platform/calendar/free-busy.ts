import ICAL from "ical.js";
import type { Taken, Window } from "./occurrence.ts";

/** When a calendar says that its owner is taken without saying by what (`VFREEBUSY`, RFC 5545, 3.6.4); its times are universal. */
export function takenOf(calendar: ICAL.Component, window: Window): Taken[] {
  return calendar
    .getAllSubcomponents("vfreebusy")
    .flatMap((line) => line.getAllProperties("freebusy"))
    .filter((property) => String(property.getFirstParameter("fbtype") ?? "BUSY").toUpperCase() !== "FREE")
    .flatMap((property) => property.getValues())
    .flatMap((period) => (period instanceof ICAL.Period ? [takenIn(period)] : []))
    .filter(({ startsAt, endsAt }) => startsAt < window.to && endsAt > window.from && startsAt < endsAt);
}

const takenIn = (period: ICAL.Period): Taken => ({
  startsAt: period.start.toJSDate().toISOString(),
  endsAt: period.getEnd().toJSDate().toISOString(),
});
