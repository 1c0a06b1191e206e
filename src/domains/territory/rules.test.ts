import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levenshtein } from "./matching/levenshtein.ts";
import { partsOf, readPlace, saysOnline } from "./matching/reading.ts";
import { looseKey, placeKey } from "./rules.ts";

test.each([
  ["59000 LILLE Cedex 2", "lille"],
  ["Nœux-les-Mines", "noeux les mines"],
  ["St Omer", "saint omer"],
  ["Dury (80)", "dury"],
  ["Villeneuve d’Ascq", "villeneuve d ascq"],
  ["  ÉPÔNE ", "epone"],
  ["", ""],
])("%s is compared as %s", (typed, key) => {
  expect(placeKey(typed)).toBe(key);
});

const typedPlace = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."aéèçœÆst 59()-’,/0123456789 cedex".split("")) }),
);

test("a key is its own key, in any letters", () => {
  fc.assert(
    fc.property(typedPlace, (typed) => {
      const key = placeKey(typed);
      expect(placeKey(key)).toBe(key);
      expect(key).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
    }),
  );
});

test("case, accents and hyphens change nothing", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdeéèêëiïîoôuùüç'’- ".split("")), minLength: 1 });
  fc.assert(
    fc.property(word, (typed) => {
      const key = placeKey(typed);
      expect(placeKey(typed.toUpperCase())).toBe(key);
      expect(placeKey(typed.normalize("NFD"))).toBe(key);
      expect(placeKey(typed.normalize("NFD").replace(/\p{M}/gu, ""))).toBe(key);
      expect(placeKey(typed.replace(/[-’' ]/g, "-"))).toBe(key);
      expect(looseKey(placeKey(typed.toUpperCase()))).toBe(looseKey(key));
    }),
  );
});

describe("nobody moved", () => {
  const said = [
    "En ligne",
    "A Distance",
    "à distance",
    "visio",
    "Zoom",
    "Visio (Teams)",
    "par téléphone",
    "en ligne / Zoom",
  ];
  test.each(said)("%s", (typed) => expect(saysOnline(placeKey(typed))).toBe(true));
  const not = ["Ligné", "Lille", "ligne", "Conférence à Lille", "Réunion", "Maison de la visio", ""];
  test.each(not)("but not %s", (typed) => expect(saysOnline(placeKey(typed))).toBe(false));
});

test("places side by side are parted, one alone is not", () => {
  expect(partsOf("Lille et Amiens / Arras")).toEqual(["Lille", "Amiens", "Arras"]);
  expect(partsOf("Bruay-la-Buissière")).toEqual([]);
  expect(partsOf("Lille, ")).toEqual([]);
  expect(partsOf("Étaples")).toEqual([]);
});

test("what says where is set apart from the name", () => {
  const departments = new Map([["somme", "80"]]);
  expect(readPlace("Dury (Somme)", departments)).toMatchObject({
    keys: ["dury somme", "dury"],
    department: "80",
  });
  expect(readPlace("80480 Dury", departments)).toMatchObject({ keys: ["dury"], postalCode: "80480" });
  expect(readPlace("Paris 19", departments)).toMatchObject({ keys: ["paris 19", "paris"], department: "19" });
  expect(readPlace("Lille (MRES)", departments)).toMatchObject({ keys: ["lille mres", "lille"] });
  expect(readPlace("Lille, France", departments).keys).toContain("lille");
});

test("the distance between two words is a distance", () => {
  const word = fc.string({ maxLength: 12 });
  expect(levenshtein("soisson", "soissons")).toBe(1);
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(levenshtein(a, a)).toBe(0);
      expect(levenshtein(a, b)).toBe(levenshtein(b, a));
      expect(levenshtein(a, c)).toBeLessThanOrEqual(levenshtein(a, b) + levenshtein(b, c));
    }),
  );
});
