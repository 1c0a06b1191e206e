import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#test/database.ts";
import { builtInFields, type Field } from "./registry.ts";
import { completenessOf, differenceOf, readFieldValue } from "./rules.ts";

const field = (key: string) => builtInFields.find((one) => one.key === key) as Field;

test.for([
  ["rna", ["w595012345"], "W595012345"],
  ["rna", ["595012345"], undefined],
  ["founded_year", ["1998"], 1998],
  ["founded_year", ["98"], undefined],
  ["email", [" Contact@Kabe.FR "], "contact@kabe.fr"],
  ["email", ["contact@kabe"], undefined],
  ["country_codes", ["ml", "BJ", "ML"], ["BJ", "ML"]],
  ["sector_ids", ["12", "3", "12", "x"], [3, 12]],
  ["name", [""], null],
  ["name", ["x".repeat(301)], undefined],
] as const)("the field %s typed %j is read as %j", ([key, typed, value]) => {
  const reading = readFieldValue(field(key), typed);
  expect(reading.ok ? reading.value : undefined).toEqual(value);
});

test("nothing, an empty text and an empty list are no difference", () => {
  const before = { name: "Kabé", acronym: "", sector_ids: [], rna: null };
  expect(differenceOf(before, { name: "Kabé", acronym: null, sector_ids: null, rna: "" })).toEqual({});
  expect(differenceOf(before, { sector_ids: [1] })).toEqual({ sector_ids: [1] });
});

test("a card says what it lacks", () => {
  const { share, missing } = completenessOf(builtInFields, { name: "Kabé" });
  expect(share).toBeCloseTo(1 / builtInFields.filter(({ expected }) => expected).length);
  expect(missing.map(({ key }) => key)).not.toContain("name");
});

test("the public cards hide by default what the fields hide by default", async ({ db }) => {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_viewdef('directory.public_cards'::regclass) as definition`.execute(db);
  const told = [
    ...(rows[0]?.definition ?? "").matchAll(/visibility_of\(facts, '(\w+)'::text, '(\w+)'::text\)/g),
  ];
  expect(told.length).toBeGreaterThan(10);
  for (const [, key = "", otherwise] of told) expect([key, field(key).visibility]).toEqual([key, otherwise]);
  const hideable = builtInFields.filter(({ fixed, kind }) => !fixed && kind !== "email" && kind !== "phone");
  expect(told.map(([, key]) => key).sort()).toEqual(hideable.map(({ key }) => key).sort());
});
