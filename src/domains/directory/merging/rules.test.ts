import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "../fields/queries.ts";
import { builtInFields, type Field, type FieldValues } from "../fields/registry.ts";
import { chosenValues, differing, type Known, presetOf, visibilityOf } from "./rules.ts";

const field = (key: string) => builtInFields.find((one) => one.key === key) as Field;
const known = (values: FieldValues, facts: Record<string, Fact> = {}): Known => ({ values, facts });

describe("the better value is chosen at first", () => {
  const cases: readonly (readonly [string, Known, Known, string])[] = [
    ["acronym", known({ acronym: "" }), known({ acronym: "MEL" }), "loser"],
    ["acronym", known({ acronym: "MEL" }), known({}), "winner"],
    ["sector_ids", known({ sector_ids: [1] }), known({ sector_ids: [2] }), "both"],
    ["name", known({ name: "PARTAGE OISE" }), known({ name: "Partage Oise" }), "loser"],
    ["name", known({ name: "GDCAM" }), known({ name: "Groupement de coopératives" }), "loser"],
    ["founded_year", known({ founded_year: 1998 }), known({ founded_year: 1987 }), "loser"],
    ["description", known({ description: "Aide" }), known({ description: "Aide aux écoles" }), "loser"],
    ["website", known({ website: "https://a.fr" }), known({ website: "https://b.fr" }), "winner"],
    [
      "website",
      known({ website: "https://a.fr" }, { website: { source: "import", on: "2024-01-01" } }),
      known({ website: "https://b.fr" }, { website: { source: "declared", on: "2021-01-01" } }),
      "loser",
    ],
    [
      "website",
      known({ website: "https://a.fr" }, { website: { source: "staff", on: "2021-01-01" } }),
      known({ website: "https://b.fr" }, { website: { source: "staff", on: "2024-01-01" } }),
      "loser",
    ],
  ];
  for (const [key, winner, loser, choice] of cases)
    test(`${key}: ${JSON.stringify(winner.values[key])} or ${JSON.stringify(loser.values[key])}`, () => {
      expect(presetOf(field(key), winner, loser)).toBe(choice);
    });
});

test("a value that was hidden on one of the two cards is not shown by the merge", () => {
  const address = field("address");
  const hidden = known({ address: "1, rue" }, { address: { visibility: "staff" } });
  const open = known({ address: "2, rue" }, { address: { visibility: "public" } });
  expect(visibilityOf(address, open, hidden)).toBe("staff");
  expect(visibilityOf(address, hidden, open)).toBe("staff");
  expect(visibilityOf(address, known({}), open), "the field's own rule counts").toBe("members");
  expect(visibilityOf(address, known({}), known({}))).toBeUndefined();
});

test("lists are united, and nothing else can be", () => {
  const winner = known({ country_codes: ["ML", "TG"], name: "A" });
  const loser = known({ country_codes: ["BJ", "ML"], name: "B" });
  expect(chosenValues([field("country_codes"), field("name")], winner, loser, () => "both")).toEqual({
    country_codes: ["BJ", "ML", "TG"],
  });
});

test("keeping everything of the winner changes nothing; taking all of the loser gives its values", () => {
  const value = fc.oneof(fc.constant(null), fc.constantFrom("un", "deux", "trois"));
  fc.assert(
    fc.property(
      fc.record({ name: value, acronym: value, address: value }),
      fc.record({ name: value, acronym: value, address: value }),
      (a, b) => {
        const [winner, loser] = [known(a), known(b)];
        expect(chosenValues(builtInFields, winner, loser, () => "winner")).toEqual({});
        const taken = chosenValues(builtInFields, winner, loser, () => "loser");
        expect(differing(builtInFields, known({ ...a, ...taken }), loser)).toEqual([]);
      },
    ),
  );
});
