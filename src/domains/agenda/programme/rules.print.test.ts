import fc from "fast-check";
import { expect, test } from "vitest";
import { laidOut, type Placed } from "./rules.print.ts";

const line = (facts: Partial<Placed> & { title?: string } = {}) => ({
  axis: null,
  pole: null,
  planned_period: "",
  planned_from: null,
  planned_to: null,
  sessions: [],
  ...facts,
});
const planned = (planned_period: string, planned_from: string, planned_to = planned_from) =>
  line({ planned_period, planned_from, planned_to });

test("by month in the order of the year, a vague period after the month it begins in, what nobody knows last", () => {
  const [part, ...others] = laidOut([
    line({ planned_period: "À définir" }),
    planned("Automne", "2021-09-22", "2021-12-20"),
    planned("automne", "2021-09-22", "2021-12-20"),
    planned("Juin-Juillet", "2021-06-01", "2021-07-31"),
    planned("Septembre", "2021-09-01", "2021-09-30"),
    planned("12 juin", "2021-06-12"),
    planned("Juin", "2021-06-01", "2021-06-30"),
    line({ sessions: [{ starts_on: "2021-10-05" }] }),
  ]);
  expect(others).toEqual([]);
  expect(part?.stretches.map(({ month, period, lines }) => [month ?? period, lines.length])).toEqual([
    [6, 2],
    ["Juin-Juillet", 1],
    [9, 1],
    ["Automne", 2],
    [10, 1],
    ["À définir", 1],
  ]);
});

test("under its axis, else its pole; what says none comes last", () => {
  const titles = (lines: Placed[]) => laidOut(lines).map(({ title }) => title);
  expect(titles([line(), line({ axis: "Mobilité" }), line({ axis: "Éducation", pole: "Lille" })])).toEqual([
    "Éducation",
    "Mobilité",
    null,
  ]);
  expect(titles([line({ pole: "Lille" }), line({ pole: "Amiens" })])).toEqual(["Amiens", "Lille"]);
  expect(titles([line(), line()])).toEqual([null]);
  expect(titles([])).toEqual([]);
});

test("no line is lost nor printed twice", () => {
  const day = fc
    .date({ min: new Date("2020-12-01"), max: new Date("2022-02-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const lines = fc.array(
    fc.record({
      axis: fc.constantFrom(null, "A", "B"),
      pole: fc.constantFrom(null, "P"),
      planned_period: fc.constantFrom("", "Mai", "Automne"),
      planned_from: fc.option(day),
      planned_to: fc.option(day),
      sessions: fc.array(
        day.map((starts_on) => ({ starts_on })),
        { maxLength: 2 },
      ),
    }),
  );
  fc.assert(
    fc.property(lines, (given) => {
      const printed = laidOut(given).flatMap(({ stretches }) => stretches.flatMap((one) => one.lines));
      expect(new Set(printed)).toEqual(new Set(given));
      expect(printed).toHaveLength(given.length);
    }),
  );
});
