import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { importFile } from "#domains/imports/index.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { openSite } from "#test/site.ts";
import { catalogueKind } from "./import-kind.ts";
import { listModules } from "./queries.ts";

async function loadCatalogue(db: Db, name = "formations-catalogue-2021.csv") {
  const bytes = await readFile("demo/lianes-2021/formations-catalogue-2021.csv");
  return importFile(importServices(db).services, system, { name, bytes });
}

test("the catalogue of 2021: 14 modules in 4 cycles, in the order of the file; again, nothing", async ({
  db,
}) => {
  expect(await loadCatalogue(db)).toMatchObject({
    kind: "modules",
    counts: { rows: 14, create: 14, problem: 0 },
  });
  const cycles = Map.groupBy(await listModules(db), ({ cycle }) => cycle);
  expect([...cycles].map(([cycle, { length }]) => [cycle, length])).toEqual([
    ["Formation Gestion du Cycle de Projet", 5],
    ["Formation générale ECSI", 3],
    ["Formations « Services essentiels »", 3],
    ["Formations mobilité des jeunes", 3],
  ]);
  expect((await loadCatalogue(db, "bis.csv")).counts).toMatchObject({ create: 0, same: 14 });
  const page = await (await openSite(db, "administratrice_ca")).visit("/gestion/agenda/catalogue");
  expect([...page.querySelectorAll("main h2")]).toHaveLength(4);
});

test("a module is added with a new cycle, changed, taught, retired and put back", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const said = {
    titre: "Comprendre l’ECSI",
    nouveau_cycle: "Formation générale ECSI",
    nature: "thematic",
    heures: "7",
  };
  expect((await site.post("/gestion/agenda/catalogue/nouveau", { ...said, titre: "" })).status).toBe(422);
  expect(
    (await site.post("/gestion/agenda/catalogue/nouveau", { ...said, heures: "longtemps" })).status,
  ).toBe(422);
  await site.post("/gestion/agenda/catalogue/nouveau", said);
  const [module] = await listModules(db);
  expect(module).toMatchObject({
    cycle: "Formation générale ECSI",
    nature: "thematic",
    duration_minutes: 420,
  });
  const path = `/gestion/agenda/catalogue/${module?.id}`;
  const change = { ...said, titre: "Comprendre et s’engager dans l’ECSI", version: "1" };
  expect((await site.post(path, change)).status).toBe(303);
  const late = await site.post(path, change);
  expect(late.status).toBe(409);
  expect((await late.page()).querySelector("main")?.textContent).toContain("Un collègue a enregistré");
  const training = {
    titre: "ECSI à Lille",
    genre: "formation",
    debut: "12/1/2026",
    duree: "7",
    lieu: "Lille",
  };
  await site.post("/gestion/agenda/nouvel", { ...training, module: String(module?.id) });
  expect((await listModules(db))[0]).toMatchObject({ sessions: 1, last_on: "2026-01-12" });
  expect((await site.visit(path)).querySelector("main ul")?.textContent).toContain("ECSI à Lille");
  await site.post(`${path}/retrait`);
  expect(await listModules(db)).toEqual([]);
  await site.visit("/gestion/agenda/catalogue?etat=retires");
  await site.post(`${path}/retour`);
  expect(await listModules(db)).toHaveLength(1);
});

test("the undo of an import leaves the modules that a training teaches", async ({ db }) => {
  await loadCatalogue(db);
  const [module] = await listModules(db);
  const { import_id } = await db
    .selectFrom("agenda.modules")
    .select("import_id")
    .limit(1)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("agenda.events")
    .values({ training: true, title: "Concevoir un projet, à Amiens", module_id: module?.id ?? 0 })
    .execute();
  const undone = await catalogueKind.undo(db, system, import_id ?? 0, []);
  expect(undone).toMatchObject({ removed: 13, kept: [{ label: module?.title }] });
});

test("signed out goes to sign in; a member and the board may not write; what is not there is not found", async ({
  db,
}) => {
  await loadCatalogue(db);
  const [module] = await listModules(db);
  const writes = (id: number) =>
    ["", "/retrait", "/retour"].map((rest) => `/gestion/agenda/catalogue/${id}${rest}`);
  for (const path of ["/gestion/agenda/catalogue/nouveau", ...writes(module?.id ?? 0)]) {
    expect(await (await openSite(db)).post(path)).toMatchObject({
      status: 303,
      to: expect.stringContaining("/connexion"),
    });
    for (const persona of ["membre", "administratrice_ca"] as const)
      expect((await (await openSite(db, persona)).post(path)).status, path).toBe(403);
  }
  for (const path of writes(999_999))
    expect((await (await openSite(db, "animatrice")).post(path)).status).toBe(404);
});
