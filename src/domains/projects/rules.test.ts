import fc from "fast-check";
import { expect, test } from "vitest";
import { readAmount } from "#platform/money.ts";
import { formatAmount } from "#ui/format.ts";
import { readPosition } from "./input.lines.ts";
import { readPeriod } from "./rules.dates.ts";
import { explain, scoreOf } from "./rules.markers.ts";
import { budgetRange, budgetTotal, stateOf } from "./rules.ts";
import { questionsOf } from "./texts.markers.ts";
import { wordDates, wordPeriod, wordScope } from "./texts.ts";

const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, " ");

test.for([
  [undefined, undefined, undefined, undefined],
  [undefined, true, true, undefined],
  [false, true, true, 0],
  [true, undefined, undefined, 1],
  [true, true, false, 1],
  [true, false, true, 1],
  [true, true, true, 2],
] as const)("aimed at %s, followed %s, its reason %s: %s", ([aim, proof, reason, score]) => {
  const answers = Object.fromEntries(
    Object.entries({ aim, proof, reason }).filter(([, said]) => said !== undefined),
  );
  expect(scoreOf(answers)).toBe(score);
  expect(explain(answers).includes(String(score))).toBe(score !== undefined);
});

test("a marker that the network added has its three questions", () => {
  const asked = questionsOf("sante-mentale", "Santé mentale");
  expect(Object.values(asked).every((question) => question.endsWith("?"))).toBe(true);
  expect(asked.aim).toContain("« Santé mentale »");
});

test.for([
  [null, undefined],
  [0, undefined],
  [1, "Moins de 5 000 €"],
  [4_999_99, "Moins de 5 000 €"],
  [5_000_00, "De 5 000 à 20 000 €"],
  [20_000_00, "De 20 000 à 50 000 €"],
  [99_999_99, "De 50 000 à 100 000 €"],
  [300_000_00, "300 000 € et plus"],
] as const)("%s cents are told as %s", ([cents, range]) => {
  expect(plain(budgetRange(cents))).toBe(range);
});

test("a budget is all that is planned, what was received where nothing is", () => {
  expect(budgetTotal([])).toBeNull();
  expect(budgetTotal([{ planned_cents: null, received_cents: null }])).toBeNull();
  const lines = [
    { planned_cents: 100, received_cents: 90 },
    { planned_cents: null, received_cents: 5 },
  ];
  expect(budgetTotal(lines)).toBe(105);
});

test.for([
  ["2021", "2021-01-01", "2021-12-31", "year"],
  ["mars 2021", "2021-03-01", "2021-03-31", "month"],
  ["févr. 2024", "2024-02-01", "2024-02-29", "month"],
  ["03/2021", "2021-03-01", "2021-03-31", "month"],
  ["2021-3", "2021-03-01", "2021-03-31", "month"],
  ["6/1/2021", "2021-01-06", "2021-01-06", "day"],
  ["1er mars 2021", "2021-03-01", "2021-03-01", "day"],
] as const)("%s begins on %s and ends on %s", ([typed, first, last, precision]) => {
  expect(readPeriod(typed, "start")).toEqual({ on: first, precision });
  expect(readPeriod(typed, "end")).toEqual({ on: last, precision });
});

test.for(["", "bientôt", "13/2021", "0/2021", "1021", "31/02/2021", "ma 2021"])("%j is no date", (typed) => {
  expect(readPeriod(typed, "start")).toBeUndefined();
});

test("a date is read back from the words that say it, as vague as it was", () => {
  const precision = fc.constantFrom("day" as const, "month" as const, "year" as const);
  const day = fc.date({ min: new Date("1901-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, precision, (at, precision) => {
      const on = at.toISOString().slice(0, 10);
      const read = readPeriod(wordPeriod(on, precision), "start");
      expect(read?.precision).toBe(precision);
      expect(on >= (read?.on ?? "9")).toBe(true);
      expect(wordPeriod(read?.on ?? null, precision)).toBe(wordPeriod(on, precision));
    }),
  );
});

test.for([
  [null, null, null, null, ""],
  ["2021-01-01", "year", null, null, "depuis 2021"],
  ["2021-01-06", "day", null, null, "depuis le 6 janvier 2021"],
  ["2021-01-01", "year", "2021-12-31", "year", "en 2021"],
  ["2021-03-01", "month", "2023-12-31", "year", "de mars 2021 à 2023"],
  ["2021-03-02", "day", "2021-05-03", "day", "du 2 mars 2021 au 3 mai 2021"],
  [null, null, "2023-12-31", "year", "jusqu’à 2023"],
] as const)(
  "from %s (%s) to %s (%s) reads: %s",
  ([starts_on, starts_precision, ends_on, ends_precision, words]) => {
    expect(wordDates({ starts_on, starts_precision, ends_on, ends_precision })).toBe(words);
  },
);

test.for([
  ["5 000,00 €", 500_000],
  ["5000", 500_000],
  ["1.250,5", 125_050],
  ["12,50 euros", 1250],
  ["1\u202f259,00\u00a0€", 125_900],
  ["0", 0],
  ["-5", undefined],
  ["1,005", undefined],
  ["12 k€", undefined],
  ["", undefined],
] as const)("%s is %s cents", ([typed, cents]) => {
  expect(readAmount(typed)).toBe(cents);
});

test("an amount is read back from the way it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => {
      expect(readAmount(formatAmount(cents))).toBe(cents);
    }),
  );
});

test.for([
  ["14,49 ; -4,19", { latitude: 14.49, longitude: -4.19 }],
  ["14.49, -4.19", { latitude: 14.49, longitude: -4.19 }],
  ["6 2", { latitude: 6, longitude: 2 }],
  ["95 ; 2", undefined],
  ["là-bas", undefined],
] as const)("the position %s is read", ([typed, position]) => {
  expect(readPosition(typed)).toEqual(position);
});

test.for([
  ["published", "listed", "listed"],
  ["published", "internal", "internal"],
  ["proposed", "listed", "proposed"],
  ["archived", "listed", "archived"],
] as const)("%s and %s: %s", ([status, visibility, state]) => {
  expect(stateOf({ status, visibility })).toBe(state);
});

test("what was asked reads as a sentence", () => {
  const asked = { pays: "ML", departement: "80", annee: 2021, odd: "6" };
  const labels = { pays: "Mali", departement: "Somme", odd: "6. Eau propre et assainissement" };
  expect(wordScope(asked, labels)).toBe(
    "au Mali, dans le département de la Somme, pour l’ODD 6. Eau propre et assainissement, en cours en 2021",
  );
});
