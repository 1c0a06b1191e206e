import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeFor, moved, readSynonyms, wordTaken } from "./rules.ts";

describe("a word leads to one term only", () => {
  const others = [{ id: 1, label: "Comité de pilotage", synonyms: ["copil"] }];
  test.each([
    [{ label: "comite de PILOTAGE", synonyms: [] }, "libelle"],
    [{ label: "Copil", synonyms: [] }, "libelle"],
    [{ label: "Bureau", synonyms: ["réunion", "COPIL"] }, "synonymes"],
    [{ label: "Bureau", synonyms: ["réunion"] }, undefined],
  ])("%j", (entry, field) => {
    expect(wordTaken(entry, others)?.field).toBe(field);
  });
});

test("synonyms are read one a line or between commas, once each, without the label", () => {
  expect(readSynonyms("copil, Copil\n\n COFIL ;comité de pilotage", "Comité de pilotage")).toEqual([
    "copil",
    "COFIL",
  ]);
});

test("a code says its label and is never taken twice", () => {
  expect(codeFor("Réunion d’équipe", [])).toBe("reunion-d-equipe");
  expect(codeFor("Réunion d’équipe", ["reunion-d-equipe", "reunion-d-equipe-2"])).toBe("reunion-d-equipe-3");
  expect(codeFor("★", [])).toBe("terme");
});

test("moving a term up then down changes nothing, and never loses one", () => {
  const ids = fc.uniqueArray(fc.integer(), { minLength: 1 });
  fc.assert(
    fc.property(ids, fc.nat(), (ids, index) => {
      const id = ids[index % ids.length] ?? 0;
      const up = moved(ids, id, -1);
      expect([...up].sort()).toEqual([...ids].sort());
      if (ids[0] !== id) expect(moved(up, id, 1)).toEqual(ids);
    }),
  );
});
