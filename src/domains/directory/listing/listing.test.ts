import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { addOrganisations } from "../matching/commands.ts";
import type { Question } from "./input.ts";
import { everyOrganisation, listOrganisations } from "./queries.ts";

/** Four organisations of the Nord, the Aisne and nowhere known. */
async function network(db: Db) {
  const terms = await db.selectFrom("vocabularies.terms").select(["id", "list_id", "code"]).execute();
  const term = (code: string) => terms.find((one) => one.code === code)?.id ?? 0;
  return addOrganisations(db, system, [
    { name: "Élan du Mali", actor_type_id: term("osim"), commune_code: "59350", visibility: "listed" },
    { name: "C.D.S.I", actor_type_id: term("ong"), department_code: "02", visibility: "listed" },
    {
      name: "Amis du Togo",
      family_id: term("associations"),
      commune_code: "59350",
      description: "Du Mali au Togo",
    },
    { name: "Sans lieu", visibility: "listed" },
  ]);
}

const found = async (db: Db, asked: Question) =>
  (await listOrganisations(db, "inside", asked)).rows.map((row) => row.name);

test("a search forgives accents and case, and finds the beginning of words anywhere", async ({ db }) => {
  await network(db);
  expect(await found(db, { q: "ELAN" })).toEqual(["Élan du Mali"]);
  expect(await found(db, { q: "mal" })).toEqual(["Amis du Togo", "Élan du Mali"]);
  expect(await found(db, { q: "togo du mal" })).toEqual(["Amis du Togo"]);
  expect(await found(db, { q: "cdsi" })).toEqual(["C.D.S.I"]);
  for (const q of ["zzz", "!!!", "a & b | (", "'; drop"]) expect(await found(db, { q })).toEqual([]);
});

test("filters know the département by the commune or alone, the family by the type or alone", async ({
  db,
}) => {
  await network(db);
  expect(await found(db, { departement: "59" })).toEqual(["Amis du Togo", "Élan du Mali"]);
  expect(await found(db, { departement: "02" })).toEqual(["C.D.S.I"]);
  expect(await found(db, { departement: "aucun", famille: "aucun" })).toEqual(["Sans lieu"]);
  expect(await found(db, { famille: "associations", tri: "-nom" })).toEqual([
    "Élan du Mali",
    "C.D.S.I",
    "Amis du Togo",
  ]);
  expect(await found(db, { famille: "associations", type: "osim" })).toEqual(["Élan du Mali"]);
  expect(await found(db, { tri: "commune" })).toEqual([
    "Amis du Togo",
    "Élan du Mali",
    "C.D.S.I",
    "Sans lieu",
  ]);
  expect(await found(db, { tri: "-commune" })).toEqual([
    "Élan du Mali",
    "Amis du Togo",
    "Sans lieu",
    "C.D.S.I",
  ]);
});

test("the total and the counts are exact, and agree with the rows", async ({ db }) => {
  await network(db);
  const { rows, counts } = await listOrganisations(db, "inside", { departement: "59" });
  expect(counts.total).toBe(rows.length);
  expect(counts.unfiltered).toBe(4);
  expect(counts.facets.departement).toEqual([
    { value: "59", label: "Nord", count: 2 },
    { value: "02", label: "Aisne", count: 1 },
    { value: "aucun", label: "Non précisé", count: 1 },
  ]);
  expect(counts.facets.type).toEqual([
    { value: "osim", label: "OSIM", count: 1 },
    { value: "aucun", label: "Non précisé", count: 1 },
  ]);
});

test("a facet says exactly what choosing its value would give, whatever is already chosen", async ({
  db,
}) => {
  await network(db);
  for (const asked of [
    {},
    { q: "mali" },
    { departement: "59" },
    { departement: "59", famille: "associations" },
  ]) {
    const { counts } = await listOrganisations(db, "inside", asked);
    for (const [dimension, values] of Object.entries(counts.facets))
      for (const { value, count } of values) {
        const chosen = await listOrganisations(db, "inside", { ...asked, [dimension]: value });
        expect(chosen.counts.total, `${JSON.stringify(asked)} ${dimension} ${value}`).toBe(count);
      }
  }
});

test("what the list counts by stays true when an organisation moves or a type changes family", async ({
  db,
}) => {
  const [elan = 0] = await network(db);
  const terms = await db.selectFrom("vocabularies.terms").select(["id", "code"]).execute();
  const term = (code: string) => terms.find((one) => one.code === code)?.id ?? 0;
  await db
    .updateTable("directory.organisations")
    .set({ commune_code: "80021" })
    .where("id", "=", elan)
    .execute();
  expect(await found(db, { departement: "80" })).toEqual(["Élan du Mali"]);
  await db
    .updateTable("vocabularies.terms")
    .set({ parent_id: term("autres") })
    .where("id", "=", term("osim"))
    .execute();
  expect(await found(db, { famille: "autres" })).toEqual(["Élan du Mali"]);
  const untrue = await db
    .selectFrom("directory.organisations as organisation")
    .innerJoin("directory.shared_organisations as shared", "shared.id", "organisation.id")
    .select("organisation.id")
    .where((is) =>
      is.or([
        is("organisation.counted_family_id", "is distinct from", is.ref("shared.family_id")),
        is("organisation.counted_department_code", "is distinct from", is.ref("shared.department_code")),
      ]),
    )
    .execute();
  expect(untrue).toEqual([]);
});

test("an export holds every row that the list would show page after page", async ({ db }) => {
  const names = Array.from({ length: 120 }, (_, index) => `Association ${String(index).padStart(3, "0")}`);
  await addOrganisations(
    db,
    system,
    names.map((name) => ({ name })),
  );
  const taken: string[] = [];
  for await (const row of everyOrganisation(db, "inside", { q: "association" })) taken.push(row.name);
  expect(taken).toEqual(names);
  const pages = [1, 2, 3].map((page) => found(db, { q: "association", page }));
  expect((await Promise.all(pages)).flat()).toEqual(names);
});
