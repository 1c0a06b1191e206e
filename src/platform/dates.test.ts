import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDay, formatDuration, formatShortDay } from "#ui/format.ts";
import { addDays, type Day, dayInParis, daysBetween, readDay, readDuration } from "./dates.ts";

const today = "2021-01-06"; // a Wednesday
const days = fc.integer({ min: 0, max: 36_524 }).map((count) => addDays("2000-01-01", count));

describe("a day as people type it", () => {
  test.each<[string, Day]>([
    ["6/1/21", "2021-01-06"],
    ["06/01/2021", "2021-01-06"],
    ["6-1-2021", "2021-01-06"],
    ["6.1.21", "2021-01-06"],
    [" 6 / 1 / 2021 ", "2021-01-06"],
    ["2021-01-06", "2021-01-06"],
    ["2021-01-06 00:00:00", "2021-01-06"],
    ["6 janvier 2021", "2021-01-06"],
    ["1er février 2021", "2021-02-01"],
    ["6 janv. 21", "2021-01-06"],
    ["MERCREDI 6 JANVIER 2021", "2021-01-06"],
    ["29/02/2024", "2024-02-29"],
    ["aujourd’hui", today],
    ["aujourd'hui", today],
    ["hier", "2021-01-05"],
    ["avant-hier", "2021-01-04"],
    ["avant hier", "2021-01-04"],
    ["demain", "2021-01-07"],
    ["lundi", "2021-01-04"],
    ["mercredi", today],
    ["mercredi dernier", "2020-12-30"],
    ["jeudi", "2020-12-31"],
    ["jeudi prochain", "2021-01-07"],
    ["mercredi prochain", "2021-01-13"],
    ["8/1", "2021-01-08"],
    ["20/12", "2020-12-20"],
    ["20 décembre", "2020-12-20"],
  ])("%s", (typed, day) => {
    expect(readDay(typed, today)).toBe(day);
  });

  test.each(["", "31/02/2021", "29/02/2023", "0/1/2021", "1/13/2021", "6 jui 2021", "mardi 6 janvier 2021"])(
    "« %s » is no day",
    (typed) => {
      expect(readDay(typed, today)).toBeUndefined();
    },
  );

  test("what depends on today is refused when nobody says which day it is", () => {
    for (const typed of ["hier", "lundi", "8/1", "20 décembre"]) expect(readDay(typed)).toBeUndefined();
  });

  test("every day of a century comes back from each way that we write it", () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = "", month = "", date = ""] = day.split("-");
        expect(readDay(day)).toBe(day);
        expect(readDay(formatDay(day))).toBe(day);
        expect(readDay(formatShortDay(day))).toBe(day);
        expect(readDay(`${Number(date)}/${Number(month)}/${year.slice(2)}`)).toBe(day);
      }),
    );
  });

  test("three numbers are read as that day, or not at all", () => {
    const number = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1900, max: 2200 }), (date, month, year) => {
        const read = readDay(`${date}/${month}/${year}`);
        const made = new Date(Date.UTC(year, month - 1, date));
        const real = made.getUTCDate() === date && made.getUTCMonth() === month - 1;
        expect(read).toBe(real ? made.toISOString().slice(0, 10) : undefined);
      }),
    );
  });

  test("a day without its year is at most half a year away", () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        const [, month, date] = day.split("-");
        const read = readDay(`${date}/${month}`, today);
        fc.pre(read !== undefined);
        if (date !== "29" || month !== "02")
          expect(Math.abs(daysBetween(today, read ?? ""))).toBeLessThanOrEqual(183);
      }),
    );
  });
});

test("the day in Paris turns at midnight there, in summer and in winter", () => {
  expect(dayInParis(new Date("2021-01-05T22:59:59Z"))).toBe("2021-01-05");
  expect(dayInParis(new Date("2021-01-05T23:00:00Z"))).toBe("2021-01-06");
  expect(dayInParis(new Date("2021-07-05T22:00:00Z"))).toBe("2021-07-06");
});

describe("a duration as people type it", () => {
  test.each([
    ["1,5", 90],
    ["1.5", 90],
    ["1,25", 75],
    [",5", 30],
    ["0,33", 20],
    ["2", 120],
    ["104", 6240],
    ["1h30", 90],
    ["1 h 30", 90],
    ["1H", 60],
    ["1h5", 65],
    ["1 heure 30 minutes", 90],
    ["2 heures", 120],
    ["1,5 h", 90],
    ["1:30", 90],
    ["90 min", 90],
    ["45mn", 45],
    ["45’", 45],
    ["0", 0],
  ])("%s", (typed, minutes) => {
    expect(readDuration(typed)).toBe(minutes);
  });

  test.each(["", "-1", "- 1h", "1h75", "h", ",", "une heure", "1e3", "=1+1", "1,5,5"])(
    "« %s » is no duration",
    (typed) => {
      expect(readDuration(typed)).toBeUndefined();
    },
  );

  test("every duration comes back from the way that we write it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (minutes) => {
        expect(readDuration(formatDuration(minutes))).toBe(minutes);
      }),
    );
  });

  test("whatever is typed, the answer is nothing or whole minutes, never negative", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readDuration(typed);
        if (read !== undefined) expect(Number.isInteger(read) && read >= 0).toBe(true);
      }),
    );
  });
});
