import fc from "fast-check";
import { expect, test } from "vitest";
import { agrees, ourFigure, standingOf } from "./rules.ts";

test("a printed figure agrees when ours, rounded as it is, says the same", () => {
  expect(agrees(780, 780.25)).toBe(true);
  expect(agrees(2.5, 4.42)).toBe(false);
  expect(agrees(4.4, 4.42)).toBe(true);
  expect(agrees(1500, 1517)).toBe(false);
  expect(agrees(1500, 1517, "at_least")).toBe(true);
  expect(agrees(50, 50, "more_than")).toBe(false);
});

test("what rounds to the printed figure agrees, what does not differs, at any number of decimals", () => {
  const last = fc.integer({ min: -99_999, max: 99_999 }).filter((number) => number % 10 !== 0);
  fc.assert(
    fc.property(
      last,
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: -49, max: 49 }),
      (number, decimals, hundredths) => {
        const unit = 10 ** -decimals;
        const printed = Number((number * unit).toFixed(decimals));
        expect(agrees(printed, printed + (hundredths / 100) * unit)).toBe(true);
        expect(agrees(printed, printed + (hundredths < 0 ? -0.51 : 0.51) * unit)).toBe(false);
      },
    ),
  );
});

test("a line is found by its key or its words, whatever their accents", () => {
  const lines = [{ key: "information", label: "Réunion d’information", value: 10 }];
  expect(ourFigure(lines, "information")?.value).toBe(10);
  expect(ourFigure(lines, "reunion d'information")?.value).toBe(10);
  expect(ourFigure(lines, "absente")?.value).toBe(0);
  expect(ourFigure(lines, null)?.value).toBe(1);
});

test("what is no number, or has no rule yet, cannot be compared", () => {
  expect(standingOf("14/10/2021", 3, "equal")).toBe("unknown");
  expect(standingOf(12, undefined, "equal")).toBe("unknown");
  expect(standingOf(null, 3, "equal")).toBe("unknown");
});
