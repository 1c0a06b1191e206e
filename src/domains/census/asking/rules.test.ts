import { expect, test } from "vitest";
import { builtInFields, type Field } from "#domains/directory/index.ts";
import { problemsOf } from "#platform/questionnaire/check.ts";
import { questionsOf } from "#platform/questionnaire/content.ts";
import { fits } from "#platform/questionnaire/verify.ts";
import { confirmContent } from "./rules.content.ts";
import { isAskable } from "./rules.fields.ts";
import { correctionOf, knownValues } from "./rules.values.ts";

const custom = (code: string, visibility: Field["visibility"], kind: Field["kind"] = "text"): Field => ({
  key: `custom.${code}`,
  label: code,
  kind,
  visibility,
  safe: false,
  expected: false,
  ...(kind === "choice"
    ? {
        choices: [
          { code: "petit", label: "Petit" },
          { code: "grand", label: "Grand" },
        ],
      }
    : {}),
});
const fields = [
  ...builtInFields,
  custom("puits", "public", "number"),
  custom("taille", "members", "choice"),
  custom("avis", "staff"),
];
const words = { terms: {}, countries: {}, departments: {}, communes: { "80021": "Amiens (Somme)" } };
const record = {
  name: "Kabé",
  founded_year: 1998,
  commune_code: "80021",
  sector_ids: [3, 12],
  country_codes: ["BJ", "ML"],
  profile_id: 7,
  "custom.avis": "prudence",
  "custom.taille": "petit",
};
const known = knownValues(fields, record, words);
const none = { cleared: [], before: new Set<string>() };

test("the questionnaire made from the record can be published, and asks nothing that is the team’s own", () => {
  const content = confirmContent(fields);
  expect(problemsOf(content)).toEqual([]);
  const maps = questionsOf(content).flatMap((question) => question.maps ?? []);
  expect(maps).toEqual(expect.arrayContaining(["name", "email", "custom.puits", "custom.taille"]));
  for (const key of ["profile_id", "network_since", "custom.avis"]) expect(maps).not.toContain(key);
  expect([...maps].sort()).toEqual(
    fields
      .filter(isAskable)
      .map(({ key }) => key)
      .sort(),
  );
});

test("what the record holds is an answer that its question takes", () => {
  for (const question of questionsOf(confirmContent(fields))) {
    const value = question.maps ? known[question.maps] : undefined;
    if (value !== undefined) expect([question.maps, fits(question, value)]).toEqual([question.maps, true]);
  }
  expect(Object.keys(known)).not.toContain("profile_id");
  expect(Object.keys(known)).not.toContain("custom.avis");
});

test("a card sent back as it was shown says nothing", () => {
  expect(correctionOf(fields, { said: known, known, ...none })).toEqual({ said: {}, unread: [] });
});

test("the same commune typed otherwise is the same", () => {
  const typed = { typed: "amiens", communeCode: "80021", countryCode: null, label: "Amiens (Somme)" };
  expect(correctionOf(fields, { said: { ...known, commune_code: typed }, known, ...none }).said).toEqual({});
});

test("only what was changed is said, in the values of the record", () => {
  const lille = { typed: "Lille", communeCode: "59350", countryCode: null, label: "Lille (Nord)" };
  const said = {
    ...known,
    name: "Kabé Bénin",
    commune_code: lille,
    sector_ids: [12, 3, 5],
    country_codes: ["ML"],
  };
  expect(correctionOf(fields, { said, known, ...none }).said).toEqual({
    name: "Kabé Bénin",
    commune_code: "59350",
    sector_ids: [3, 5, 12],
    country_codes: ["ML"],
  });
});

test("what was known and is left empty is taken away; what was never known and is left empty is not said", () => {
  const { founded_year: _, ...said } = known;
  expect(
    correctionOf(fields, { said, known, cleared: ["founded_year", "acronym"], before: new Set() }).said,
  ).toEqual({
    founded_year: null,
  });
});

test("a place that is no commune is told in words", () => {
  const abroad = { typed: "Tournai", communeCode: null, countryCode: "BE", label: "Belgique" };
  expect(correctionOf(fields, { said: { ...known, commune_code: abroad }, known, ...none })).toEqual({
    said: {},
    unread: ["Commune : Tournai"],
  });
});

test("the last word replaces the one before, even when it goes back to what was shown", () => {
  expect(correctionOf(fields, { said: known, known, cleared: [], before: new Set(["name"]) }).said).toEqual({
    name: "Kabé",
  });
});
