import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#platform/dates.ts";
import { mostDates, proposedDates, type Rhythm, rhythms } from "./rules.ts";

const said = (from: string, rhythm: Rhythm, until: string, noted: string[] = []) =>
  proposedDates({ from, rhythm, until }, new Set(noted)).map(({ day, why }) => (why ? `${day} ${why}` : day));

test.for([
  ["2026-03-23", "semaine", "2026-04-13", ["2026-03-30", "2026-04-06 holiday", "2026-04-13"]],
  ["2026-03-23", "quinzaine", "2026-05-01", ["2026-04-06 holiday", "2026-04-20"]],
  ["2026-03-09", "mois-rang", "2026-06-30", ["2026-04-13", "2026-05-11", "2026-06-08"]],
  ["2026-03-30", "mois-rang", "2026-06-30", ["2026-06-29"]],
  ["2026-01-31", "mois-jour", "2026-05-31", ["2026-03-31", "2026-05-31"]],
  ["2026-01-30", "mois-jour", "2026-05-31", ["2026-03-30", "2026-04-30", "2026-05-30 weekend"]],
  ["2026-03-23", "semaine", "2026-03-29", []],
  ["2026-12-28", "semaine", "2027-01-11", ["2027-01-04", "2027-01-11"]],
] as const)("from %s, %s, until %s: %j", ([from, rhythm, until, dates]) => {
  expect(said(from, rhythm, until)).toEqual(dates);
});

test("a meeting held on Saturdays comes back on Saturdays; one already noted is said so", () => {
  expect(said("2026-03-07", "semaine", "2026-03-21", ["2026-03-14"])).toEqual([
    "2026-03-14 noted",
    "2026-03-21",
  ]);
});

test("whatever the rhythm, dates are after the first, in order, each once, and few", () => {
  const rhythm = fc.constantFrom(...rhythms.map(({ code }) => code));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 2000 }),
      rhythm,
      (start, span, rhythm) => {
        const from = addDays("2020-01-01", start);
        const until = addDays(from, span);
        const days = proposedDates({ from, rhythm, until }).map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.length).toBeLessThanOrEqual(mostDates);
        for (const day of days) expect(day > from && day <= until).toBe(true);
      },
    ),
  );
});
