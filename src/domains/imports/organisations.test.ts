import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { moveImport } from "./commands.ts";
import { importFile } from "./index.ts";
import { findImport, listProposals, listRows } from "./queries.ts";
import { undoImport } from "./running/undo.ts";

const demo = (name: string) => readFile(`demo/lianes-2021/${name}`);
const bytes = (text: string) => new TextEncoder().encode(text);

function office(db: Db) {
  const { services } = importServices(db);
  return {
    give: (name: string, file: Uint8Array, more = {}) =>
      importFile(services, system, { name, bytes: file, ...more }),
    undo: async (id: number) => {
      await moveImport(db, system, id, { from: ["done"], to: "undoing" });
      await undoImport(services, id);
      return (await findImport(db, id))?.counts;
    },
  };
}

const organisations = (db: Db) =>
  db
    .selectFrom("directory.shared_organisations")
    .select(["name", "actor_type", "department"])
    .orderBy("id")
    .execute();

test("the members of 2021: 72, in their colleges, for the year that the name of the file says", async ({
  db,
}) => {
  const { give, undo } = office(db);
  const { importId } = await give("adherents-2021.csv", await demo("adherents-2021.csv"));
  const members = await db
    .selectFrom("membership.shared_memberships")
    .select((row) => ["college_code", "year", row.fn.countAll<number>().as("count")])
    .groupBy(["college_code", "year"])
    .orderBy("count")
    .execute();
  expect(members.map((row) => [row.college_code, row.year, row.count])).toEqual([
    ["comite-jumelage", 2021, 1],
    ["entreprise", 2021, 3],
    ["collectivite", 2021, 11],
    ["association", 2021, 57],
  ]);
  expect((await organisations(db)).length).toBe(72);
  expect(await undo(importId)).toMatchObject({ removed: 72, kept: [] });
  expect(await organisations(db)).toEqual([]);
});

test("another college for a known member is a change, that the undo puts back", async ({ db }) => {
  const { give, undo } = office(db);
  await give("adherents 2021.csv", bytes("Nom;Catégorie\ncoHose;Entreprise\nAdice;Association\n"));
  const changed = await give(
    "adherents 2021.csv",
    bytes("Nom;Catégorie\nCOHOSE;Association\nAdice;Association\n"),
  );
  expect(changed.counts).toMatchObject({ create: 0, change: 1, same: 1 });
  const colleges = () =>
    db.selectFrom("membership.shared_memberships").select("college_code").orderBy("id").execute();
  expect((await colleges()).map((row) => row.college_code)).toEqual(["association", "association"]);
  expect(await undo(changed.importId)).toMatchObject({ restored: 1, removed: 0 });
  expect((await colleges()).map((row) => row.college_code)).toEqual(["entreprise", "association"]);
});

/** Who was supported in the first quarter, without the supports: a list of organisations. */
async function supported() {
  const rows: string[][] = parse(await readFile("test/files/accompagnements-t1-2021.csv"), { bom: true });
  const lines = rows.map(([name = "", , department = "", type = ""]) =>
    [name, department, type].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","),
  );
  return bytes(lines.join("\n"));
}

test("those supported in the first quarter, as organisations: types and départements as they were typed", async ({
  db,
}) => {
  const { give } = office(db);
  await give("adherents-2021.csv", await demo("adherents-2021.csv"));
  const outcome = await give("accompagnées.csv", await supported());
  expect(outcome).toMatchObject({ state: "done", kind: "organisations", counts: { rows: 55, problem: 0 } });
  const all = await organisations(db);
  const known = (name: string) => all.find((row) => row.name === name);
  expect(known("Chargéos")).toMatchObject({
    actor_type: expect.stringContaining("Entreprise"),
    department: "Oise",
  });
  expect(known("Notsé Organisation Agricole")).toMatchObject({ department: "Pas-de-Calais" });
  expect(known("Haffsa accoucher dans la dignité")).toMatchObject({ actor_type: "ONG" });
  expect(known("Sourires d'Indonésie")).toMatchObject({ actor_type: null, department: "Nord" });
  expect(all.filter((row) => row.name === "France Volontaires").length).toBe(1);
  const proposals = await listProposals(db, outcome.importId);
  expect(proposals.find((proposal) => proposal.typed === "MEL")?.candidates[0]).toMatchObject({
    label: "Métropole Européenne de Lille",
    why: "«\u00a0MEL\u00a0» sont les initiales de l’autre",
  });
  const completed = await listRows(db, outcome.importId, { filter: "change", limit: 100, offset: 0 });
  expect(completed.rows.map((row) => row.cells[0])).toContain("Choisis ta planète");
});

test("a choice made once is remembered: MEL is then the métropole, without asking", async ({ db }) => {
  const { give } = office(db);
  await give("membres 2021.csv", bytes("Nom;Catégorie\nMétropole Européenne de Lille;Collectivité\n"));
  const choices = [{ column: "name", typed: "MEL", choice: "Métropole Européenne de Lille" }];
  const file = bytes("Nom;Département;Type\nMEL;Nord;Collectivité territoriale\n");
  const first = await give("structures.csv", file, { choices });
  expect(first.counts).toMatchObject({ create: 0 });
  expect(await organisations(db)).toHaveLength(1);
  const second = await give("structures.csv", file);
  expect(second.counts).toMatchObject({ same: 1 });
  expect(await listProposals(db, second.importId)).toEqual([]);
});

test("an organisation that now serves elsewhere survives the undo of its import, and is named", async ({
  db,
}) => {
  const { give, undo } = office(db);
  const { importId } = await give("structures.csv", bytes("Nom;Type\nAdice;ONG\nGrdr;ONG\n"));
  await give("adherents 2021.csv", bytes("Nom;Catégorie\nAdice;Association\n"));
  expect(await undo(importId)).toMatchObject({ removed: 1, kept: [{ label: "Adice" }] });
});

test("the year that no name says is asked before anything", async ({ db }) => {
  const { give } = office(db);
  const asked = await give("adherents.csv", bytes("Nom;Catégorie\nAdice;Association\n"));
  expect(asked).toMatchObject({ state: "mapping", kind: "members" });
  const told = await give("adherents.csv", bytes("Nom;Catégorie\nAdice;Association\n"), {
    options: { year: "2020" },
  });
  expect(told).toMatchObject({ state: "done", counts: { create: 1 } });
});

test("wrong identifiers are refused with the way out, right ones find the card under any name", async ({
  db,
}) => {
  const { give } = office(db);
  const outcome = await give(
    "structures.csv",
    bytes("Nom;SIRET;RNA;Site web\nA;123;;\nB;;X1;\nC;;W595012345;www.c.fr\n???;;;\n"),
  );
  expect(outcome.counts).toMatchObject({ create: 1, problem: 3 });
  const renamed = await give("structures.csv", bytes("Nom;RNA;Sigle\nAssociation C;w595012345;AC\n"));
  expect(renamed.counts).toMatchObject({ create: 0, change: 1 });
});
