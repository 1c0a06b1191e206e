import { describe, expect, test } from "vitest";
import { openCalendar } from "#platform/calendar/index.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { busyPeriods } from "./rules.busy.ts";

const spring = { from: "2026-03-01T00:00:00.000Z", to: "2026-05-01T00:00:00.000Z" };
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Essai//FR", ...lines, "END:VCALENDAR"].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:un", ...lines, "END:VEVENT"];
const shown = async (...lines: string[]) => {
  const read = await openCalendar(calendar(...lines), spring);
  if (!read.ok) throw new Error(read.refusal);
  return busyPeriods(read, "moi@exemple.fr").map(({ startsAt, endsAt }) => {
    const [start, end] = [clockAt(startsAt), clockAt(endsAt)];
    return `${start.day.slice(5)} ${start.time}-${end.day === start.day ? "" : `${end.day.slice(5)} `}${end.time}`;
  });
};
const weekly = event(
  "DTSTART;TZID=Europe/Paris:20260324T100000",
  "DTEND;TZID=Europe/Paris:20260324T113000",
  "RRULE:FREQ=WEEKLY;COUNT=3",
);

describe("when a calendar is taken", () => {
  test.each<[string, string[], string[]]>([
    ["universal time", event("DTSTART:20260310T090000Z", "DTEND:20260310T100000Z"), ["03-10 10:00-11:00"]],
    ["a duration", event("DTSTART:20260310T090000Z", "DURATION:PT30M"), ["03-10 10:00-10:30"]],
    [
      "a time without a zone",
      event("DTSTART:20260310T090000", "DTEND:20260310T100000"),
      ["03-10 09:00-10:00"],
    ],
    [
      "a zone that is named and not described",
      event("DTSTART;TZID=America/New_York:20260402T090000", "DTEND;TZID=America/New_York:20260402T100000"),
      ["04-02 15:00-16:00"],
    ],
    [
      "a zone as offices name it",
      event("DTSTART;TZID=Romance Standard Time:20260402T090000", "DURATION:PT1H"),
      ["04-02 09:00-10:00"],
    ],
    ["a whole day", event("DTSTART;VALUE=DATE:20260310"), ["03-10 00:00-03-11 00:00"]],
    [
      "each week, through the change of the clocks",
      weekly,
      ["03-24 10:00-11:30", "03-31 10:00-11:30", "04-07 10:00-11:30"],
    ],
    [
      "each week but one, one moved and one cancelled",
      [
        ...event(
          "DTSTART;TZID=Europe/Paris:20260302T100000",
          "DTEND;TZID=Europe/Paris:20260302T110000",
          "RRULE:FREQ=WEEKLY;COUNT=5",
          "EXDATE;TZID=Europe/Paris:20260309T100000",
        ),
        ...event(
          "RECURRENCE-ID;TZID=Europe/Paris:20260316T100000",
          "DTSTART;TZID=Europe/Paris:20260317T140000",
          "DTEND;TZID=Europe/Paris:20260317T150000",
        ),
        ...event(
          "RECURRENCE-ID;TZID=Europe/Paris:20260323T100000",
          "DTSTART;TZID=Europe/Paris:20260323T100000",
          "DTEND;TZID=Europe/Paris:20260323T110000",
          "STATUS:CANCELLED",
        ),
      ],
      ["03-02 10:00-11:00", "03-17 14:00-15:00", "03-30 10:00-11:00"],
    ],
    [
      "days added by hand",
      event("DTSTART:20260310T090000Z", "DURATION:PT1H", "RDATE:20260311T090000Z"),
      ["03-10 10:00-11:00", "03-11 10:00-11:00"],
    ],
    [
      "what is shared as free and busy only",
      [
        "BEGIN:VFREEBUSY",
        "FREEBUSY;FBTYPE=BUSY:20260310T090000Z/20260310T100000Z,20260310T130000Z/PT30M",
        "FREEBUSY;FBTYPE=FREE:20260310T150000Z/20260310T160000Z",
        "END:VFREEBUSY",
      ],
      ["03-10 10:00-11:00", "03-10 14:00-14:30"],
    ],
    [
      "two that touch are one",
      [
        ...event("DTSTART:20260310T090000Z", "DURATION:PT1H"),
        ...event("DTSTART:20260310T093000Z", "DURATION:PT2H").with(1, "UID:deux"),
      ],
      ["03-10 10:00-12:30"],
    ],
    ["one that is free is not", event("DTSTART:20260310T090000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"), []],
    ["nor one cancelled", event("DTSTART:20260310T090000Z", "DURATION:PT1H", "STATUS:CANCELLED"), []],
    ["nor one of last year", event("DTSTART:20250310T090000Z", "DURATION:PT1H"), []],
    ["an empty calendar", [], []],
    [
      "nor one that its owner declined",
      event(
        "DTSTART:20260310T090000Z",
        "DURATION:PT1H",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:Moi@exemple.fr",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:autre@exemple.fr",
      ),
      [],
    ],
  ])("%s", async (_, lines, expected) => {
    expect(await shown(...lines)).toEqual(expected);
  });

  test("a zone that only the calendar knows is read as it says", async () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Bureau",
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "TZOFFSETFROM:+0400",
      "TZOFFSETTO:+0400",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    expect(await shown(...zone, ...event("DTSTART;TZID=Bureau:20260310T120000", "DURATION:PT1H"))).toEqual([
      "03-10 09:00-10:00",
    ]);
  });
});
