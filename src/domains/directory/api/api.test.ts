import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { termsOf } from "#test/records.ts";
import { openSite } from "#test/site.ts";
import { addOrganisations } from "../matching/commands.ts";

async function network(db: Db) {
  const [sector, goal, type] = [
    await termsOf(db, "sectors"),
    await termsOf(db, "odd"),
    await termsOf(db, "actor_types"),
  ];
  return addOrganisations(db, system, [
    {
      name: "Élan du Mali",
      visibility: "listed",
      commune_code: "59350",
      actor_type_id: type("osim"),
      sector_ids: [sector("urgence")],
      goal_ids: [goal("6")],
      country_codes: ["ML"],
      emails: ["secret@elan.fr"],
    },
    { name: "Amiens Monde", visibility: "listed", commune_code: "80021", siret: "73282932000074" },
    { name: "Interne" },
  ]);
}
interface Body {
  total: number;
  next: string;
  error: string;
  organisations: { name: string }[];
}
const get = async (db: Db, path: string) => {
  const response = await (await openSite(db)).request(`/api/v1/organisations${path}`);
  return { status: response.status, body: (await response.json()) as Body };
};
const names = (body: Body) => body.organisations.map(({ name }) => name);

test("programs read the public cards, page after page", async ({ db }) => {
  const [first = 0] = await network(db);
  const { body } = await get(db, "?limit=1");
  expect([body.total, names(body)]).toEqual([2, ["Élan du Mali"]]);
  expect(body.organisations[0]).toMatchObject({
    type: { code: "osim" },
    family: { code: "associations" },
    commune: { code: "59350", label: "Lille" },
    department: { code: "59" },
    goals: [{ code: "6" }],
    countries: [{ code: "ML", label: "Mali" }],
    contact_points: [],
    url: expect.stringContaining(`/acteurs/${first}-elan-du-mali`),
  });
  const next = new URL(body.next);
  expect(names((await get(db, next.search)).body)).toEqual(["Amiens Monde"]);
  expect((await get(db, "?limit=2")).body.next).toMatch(/after=/);
});

test.for([
  ["?departement=80", ["Amiens Monde"]],
  ["?type=osim", ["Élan du Mali"]],
  ["?famille=associations", ["Élan du Mali"]],
  ["?secteur=urgence", ["Élan du Mali"]],
  ["?odd=6", ["Élan du Mali"]],
  ["?odd=7", []],
  ["?pays=ml", ["Élan du Mali"]],
  ["?q=mali", ["Élan du Mali"]],
  ["?type=inconnu", []],
  ["?updated_since=2999-01-01", []],
  ["?updated_since=2000-01-01T00:00:00Z&departement=59", ["Élan du Mali"]],
] as const)("%s gives %j", async ([path, expected], { db }) => {
  await network(db);
  expect(names((await get(db, path)).body)).toEqual(expected);
});

test("a question that cannot be read is answered in a sentence; an internal organisation does not exist", async ({
  db,
}) => {
  const [, , internal = 0] = await network(db);
  for (const path of ["?odd=18", "?pays=Mali", "?limit=1000", "?updated_since=hier", "?after=x"]) {
    const { status, body } = await get(db, path);
    expect([status, typeof body.error], path).toEqual([400, "string"]);
  }
  expect((await get(db, `/${internal}`)).status).toBe(404);
  expect((await get(db, "/x")).status).toBe(400);
});

test("the description of the API names the two addresses", async ({ db }) => {
  const document = (await (await (await openSite(db)).request("/api/v1/openapi.json")).json()) as {
    paths: object;
    components: { schemas: object };
  };
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(["/organisations", "/organisations/{id}"]),
  );
  expect(Object.keys(document.components.schemas)).toContain("Organisation");
});
