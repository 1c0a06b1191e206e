import fc from "fast-check";
import { expect, test } from "vitest";
import type { PlaceMatch } from "../matching/index.ts";
import { asTyped, choiceField, settlePlaces } from "./rules.ts";

const lille: PlaceMatch = { kind: "commune", code: "59350", name: "Lille", sure: true };
const senlis: PlaceMatch = {
  kind: "proposals",
  candidates: [
    { code: "60612", name: "Senlis", department: "Oise", score: 1 },
    { code: "62790", name: "Senlis", department: "Pas-de-Calais", score: 1 },
  ],
};
const matches = new Map<string, PlaceMatch>([
  ["Lille", lille],
  ["lille", lille],
  ["Senlis", senlis],
  ["Bénin", { kind: "country", code: "BJ", name: "Bénin" }],
  ["visio", { kind: "online" }],
  ["Chez nous", { kind: "unknown" }],
]);

test("a sure place is taken as it was typed, once", () => {
  expect(settlePlaces(["lille", "Lille", "Bénin", "visio"], matches, {})).toEqual({
    places: [
      { typed: "lille", communeCode: "59350", countryCode: null },
      { typed: "Bénin", communeCode: null, countryCode: "BJ" },
    ],
    online: true,
    questions: [],
  });
});

test("a place that is not sure waits for the person, who chooses one of the communes proposed or keeps the text", () => {
  const field = choiceField("Senlis");
  const settled = (choice: string) => settlePlaces(["Senlis"], matches, { [field]: choice }).places;
  expect(settled("60612")).toEqual([{ typed: "Senlis", communeCode: "60612", countryCode: null }]);
  expect(settled(asTyped)).toEqual([{ typed: "Senlis", communeCode: null, countryCode: null }]);
  expect(settled("75056"), "a commune that was not proposed").toEqual([]);
});

test("whatever is typed and chosen, a commune is sure or was proposed and chosen, and what is unsure is asked", () => {
  const typed = fc.array(fc.constantFrom(...matches.keys(), "Ailleurs"), { maxLength: 6 });
  const choice = fc.constantFrom("60612", "62790", "59350", "75056", asTyped, "", undefined);
  fc.assert(
    fc.property(typed, choice, choice, (typed, forSenlis, forUs) => {
      const choices = { [choiceField("Senlis")]: forSenlis, [choiceField("Chez nous")]: forUs };
      const { places, questions } = settlePlaces(typed, matches, choices);
      for (const { communeCode } of places)
        expect(communeCode === null || communeCode === "59350" || communeCode === forSenlis).toBe(true);
      const asked = questions.map((question) => question.typed);
      expect(asked.includes("Senlis")).toBe(
        typed.includes("Senlis") && !["60612", "62790", asTyped].includes(forSenlis ?? ""),
      );
      expect(asked.includes("Chez nous")).toBe(typed.includes("Chez nous") && forUs !== asTyped);
      expect(new Set(places.map((place) => place.communeCode ?? place.typed)).size).toBe(places.length);
    }),
  );
});
