import fc from "fast-check";
import { expect, test } from "vitest";
import { clockAt, instantAt } from "./dates.clock.ts";
import { addDays } from "./dates.ts";

test.for([
  ["2026-03-29", "01:59:00", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29", "02:30:00", "2026-03-29T01:30:00.000Z"], // does not exist: counted from the time before
  ["2026-03-29", "03:00:00", "2026-03-29T01:00:00.000Z"],
  ["2026-10-25", "02:30:00", "2026-10-25T00:30:00.000Z"], // comes twice: the first
  ["2026-10-25", "03:00:00", "2026-10-25T02:00:00.000Z"],
  ["2026-07-14", "12:00:00", "2026-07-14T10:00:00.000Z"],
  ["2026-12-31", "23:30", "2026-12-31T22:30:00.000Z"],
] as const)("in Paris, %s at %s is %s", ([day, clock, instant]) => {
  expect(instantAt(day, clock).toISOString()).toBe(instant);
});

test("whatever the instant, its time of the clock leads back to it, but for the hour that comes twice", () => {
  const start = Date.parse("2020-01-01T00:00:00Z");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000_000 }),
      fc.constantFrom("Europe/Paris", "America/New_York", "Africa/Porto-Novo", "Asia/Kolkata"),
      (minutes, zone) => {
        const at = start + minutes * 60_000;
        const { day, time } = clockAt(new Date(at), zone);
        expect([0, 3_600_000]).toContain(at - instantAt(day, time, zone).getTime());
      },
    ),
  );
});

test("the clock of Paris comes back as it was typed, whatever the day and the hour", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
      const day = addDays("1996-01-01", days);
      const typed = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      const shown = clockAt(instantAt(day, typed));
      const skipped = /^02:/.test(typed) && shown.time === `03:${typed.slice(3)}`;
      expect(shown.day).toBe(day);
      expect(skipped || shown.time === typed, `${day} ${typed}: ${shown.time}`).toBe(true);
    }),
  );
});

test("a time shown is read back, all year long, whatever the zone", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }),
      fc.constantFrom("Europe/Paris", "America/New_York", "Africa/Bamako", "Indian/Mayotte"),
      (date, zone) => {
        const shown = clockAt(date, zone);
        expect(clockAt(instantAt(shown.day, shown.time, zone), zone)).toEqual(shown);
      },
    ),
  );
});
