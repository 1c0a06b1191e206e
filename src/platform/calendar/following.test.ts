import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockAt, instantAt } from "../dates.clock.ts";
import { addDays } from "../dates.ts";
import type { Window } from "./occurrence.ts";
import { readCalendar } from "./read.ts";

const file = await readFile(new URL("../../../test/files/agenda-desormais.ics", import.meta.url), "utf8");

function held(text: string, window: Window) {
  const read = readCalendar(text, window);
  if (!read.ok) throw new Error(read.refusal);
  expect(read.unread).toBe(0);
  return read.occurrences;
}

const said = ({ startsAt, endsAt, subject, location, cancelled }: ReturnType<typeof held>[number]) => {
  const { day, time } = clockAt(new Date(startsAt));
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return [`${day} ${time} ${minutes} min`, subject, location, cancelled ? "annulé" : ""]
    .filter(Boolean)
    .join(", ");
};

describe("a team moves its weekly point from a day on, as its calendar writes it", () => {
  test("that time and all those after are moved, but for one that was changed alone; then they are all cancelled", () => {
    const found = held(file, { from: "2026-03-01T00:00:00.000Z", to: "2026-05-06T00:00:00.000Z" });
    expect(found.map(said)).toEqual([
      "2026-03-02 10:00 90 min, Point d’équipe, Lille",
      "2026-03-09 10:00 90 min, Point d’équipe, Lille",
      "2026-03-16 10:00 60 min, Conseil",
      "2026-03-17 14:00 60 min, Point d’équipe, désormais le mardi, Amiens",
      "2026-03-23 10:00 60 min, Conseil",
      "2026-03-24 14:00 60 min, Point d’équipe, désormais le mardi, Amiens",
      "2026-04-01 09:00 30 min, Point d’équipe, en bref",
      "2026-04-14 14:00 60 min, Point d’équipe, désormais le mardi, Amiens",
      "2026-04-20 10:00 90 min, Point d’équipe, annulé",
      "2026-04-27 10:00 90 min, Point d’équipe, annulé",
      "2026-05-04 10:00 90 min, Point d’équipe, annulé",
    ]);
  });

  test("whatever the window, each time keeps its mark and is where it is", () => {
    const whole = held(file, { from: "2026-01-01T00:00:00.000Z", to: "2026-06-01T00:00:00.000Z" });
    const marks = whole.map(({ uid, occurrence }) => `${uid} ${occurrence}`);
    expect(new Set(marks).size).toBe(marks.length);
    for (let day = "2026-03-01"; day < "2026-05-10"; day = addDays(day, 1)) {
      const window = { from: `${day}T00:00:00.000Z`, to: `${addDays(day, 1)}T00:00:00.000Z` };
      expect(held(file, window), day).toEqual(
        whole.filter(({ startsAt, endsAt }) => startsAt < window.to && endsAt > window.from),
      );
    }
  });
});

test("moved by any number of hours from any time on, those before stay and those after follow the clock", () => {
  const days = 60;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: days - 1 }),
      fc.integer({ min: -72, max: 72 }),
      fc.boolean(),
      (from, hours, inUtc) => {
        const day = (at: number) => addDays("2026-03-01", at); // the clocks change on the 29th
        const moved = (at: number) => {
          const clock = 12 + hours;
          const on = addDays(day(at), Math.floor(clock / 24));
          return { on, time: `${String(((clock % 24) + 24) % 24).padStart(2, "0")}:00` };
        };
        const written = (on: string, time: string) => `${on}T${time}00`.replace(/[-:]/g, "");
        const { on, time } = moved(from);
        const named = inUtc
          ? `:${instantAt(day(from), "12:00")
              .toISOString()
              .replace(/[-:]|\.000/g, "")}`
          : `;TZID=Europe/Paris:${written(day(from), "12:00")}`;
        const text = [
          "BEGIN:VCALENDAR",
          "VERSION:2.0",
          ...["BEGIN:VEVENT", "UID:a", "DTSTART;TZID=Europe/Paris:20260301T120000", "DURATION:PT1H"],
          ...[`RRULE:FREQ=DAILY;COUNT=${days}`, "END:VEVENT", "BEGIN:VEVENT", "UID:a"],
          `RECURRENCE-ID;RANGE=THISANDFUTURE${named}`,
          `DTSTART;TZID=Europe/Paris:${written(on, time)}`,
          ...["DURATION:PT1H", "END:VEVENT", "END:VCALENDAR"],
        ].join("\r\n");
        const expected = Array.from({ length: days }, (_, at) => {
          const { on, time } = at < from ? { on: day(at), time: "12:00" } : moved(at);
          return instantAt(on, time).toISOString();
        });
        const found = held(text, { from: "2026-02-01T00:00:00.000Z", to: "2026-06-01T00:00:00.000Z" });
        expect(found.map(({ startsAt }) => startsAt)).toEqual(expected.sort());
      },
    ),
    { numRuns: 60 },
  );
});
