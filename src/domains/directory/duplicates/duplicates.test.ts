import { expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite } from "#test/site.ts";
import { addOrganisations, rememberName } from "../matching/commands.ts";
import { findDuplicates } from "../matching/duplicates.ts";
import { computeDuplicates, refreshDuplicates, tellApart } from "./commands.ts";
import { wholeComparison } from "./jobs.ts";

const names = ["ADICE", "Adice Roubaix", "C.D.S.I", "CDSI", "Ville d’Arras", "Arras", "Misola"];

async function network(db: Db) {
  const ids = await addOrganisations(
    db,
    system,
    names.map((name) => ({ name })),
  );
  return (name: string) => ids[names.indexOf(name)] ?? 0;
}
const pairs = async (db: Db) =>
  (
    await db
      .selectFrom("directory.duplicate_pairs as pair")
      .innerJoin("directory.organisations as a", "a.id", "pair.a_id")
      .innerJoin("directory.organisations as b", "b.id", "pair.b_id")
      .select(["a.name as one", "b.name as other"])
      .orderBy("pair.score", "desc")
      .orderBy("pair.a_id")
      .execute()
  ).map(({ one, other }) => `${one} · ${other}`);

test("cards that were added or changed are compared with the others, and only they", async ({ db }) => {
  const id = await network(db);
  expect(await refreshDuplicates(db)).toBeGreaterThanOrEqual(names.length);
  const all = ["C.D.S.I · CDSI", "Ville d’Arras · Arras", "ADICE · Adice Roubaix"];
  expect(await pairs(db)).toEqual(all);
  expect(await refreshDuplicates(db)).toBe(0);

  await db
    .updateTable("directory.organisations")
    .set({ name: "Douai" })
    .where("id", "=", id("Arras"))
    .execute();
  await rememberName(db, system, id("Misola"), "Ville d’Arras");
  expect(await refreshDuplicates(db)).toBe(2);
  expect(await pairs(db)).toEqual(["Ville d’Arras · Misola", "C.D.S.I · CDSI", "ADICE · Adice Roubaix"]);
  await db.deleteFrom("directory.names").where("organisation_id", "=", id("Misola")).execute();
  await db
    .updateTable("directory.organisations")
    .set({ status: "archived" })
    .where("id", "=", id("CDSI"))
    .execute();
  await refreshDuplicates(db);
  expect(await pairs(db)).toEqual(["ADICE · Adice Roubaix"]);
});

test("comparing all the cards again finds what comparing those that changed found", async ({ db }) => {
  await network(db);
  await refreshDuplicates(db);
  const found = await pairs(db);
  await db.deleteFrom("directory.duplicate_keys").execute();
  await db.deleteFrom("directory.duplicate_pairs").execute();
  await computeDuplicates(db);
  expect(await pairs(db)).toEqual(found);
});

test("a change that tells nothing of who it is asks for no comparison", async ({ db }) => {
  const id = await network(db);
  await refreshDuplicates(db);
  await db
    .updateTable("directory.organisations")
    .set({ description: "Aide aux écoles" })
    .where("id", "=", id("Misola"))
    .execute();
  expect(await refreshDuplicates(db)).toBe(0);
});

test("an organisation being described is recognised before it is compared, archived ones too", async ({
  db,
}) => {
  const id = await network(db);
  expect(await findDuplicates(db, { name: "Association Misola" })).toMatchObject([
    { id: id("Misola"), reasons: [{ code: "front" }] },
  ]);
  await refreshDuplicates(db);
  expect((await findDuplicates(db, { name: "ville d'arras" })).map(({ name }) => name)).toEqual([
    "Ville d’Arras",
    "Arras",
  ]);
  expect(await findDuplicates(db, { name: "Zzyzx" })).toEqual([]);
  expect(await findDuplicates(db, { name: "" })).toEqual([]);
});

test("Aminata reads the pairs, surest first, each with its reasons, and says that two are two", async ({
  db,
}) => {
  const id = await network(db);
  await refreshDuplicates(db);
  const site = await openSite(db, "animatrice");
  const page = await site.visit(directory.duplicates());
  expect(
    [...page.querySelectorAll(".twin")].map((line) => line.querySelector(".twin-why")?.textContent?.trim()),
  ).toEqual([
    "Presque sûr même nom, aux mots de devant et aux points près.",
    "Presque sûr même nom, aux mots de devant et aux points près.",
    "Possible «\u00a0ADICE\u00a0» commence aussi l’autre nom.",
  ]);
  const { to } = await site.post(directory.tellingApart(), {
    a: String(id("Arras")),
    b: String(id("Ville d’Arras")),
  });
  const after = await site.visit(to ?? "");
  expect(after.body.textContent).toContain("Arras et Ville d’Arras sont deux organisations");
  expect(after.querySelectorAll(".twin").length).toBe(2);
  await computeDuplicates(db);
  expect((await site.visit(directory.duplicates())).querySelectorAll(".twin").length, "for ever").toBe(2);
  const apart = await site.visit(`${directory.duplicates()}?etat=distinctes`);
  expect(apart.querySelectorAll(".twin").length).toBe(1);
  await site.post(directory.tellingApartUndo(id("Ville d’Arras"), id("Arras")));
  expect((await site.visit(directory.duplicates())).querySelectorAll(".twin").length).toBe(3);
  const found = await site.visit(`${directory.duplicates()}?q=cdsi`);
  expect(found.querySelectorAll(".twin").length).toBe(1);
  const own = await site.visit(directory.duplicatesOf(id("CDSI")));
  expect(own.querySelectorAll("turbo-frame#doublons .twin").length).toBe(1);
});

test("as one types, what resembles is answered with why, but for the card itself", async ({ db }) => {
  const id = await network(db);
  await refreshDuplicates(db);
  const site = await openSite(db, "animatrice");
  const look = async (query: string) => (await site.request(`${directory.lookalikes()}?${query}`)).json();
  expect(await look("nom=arras")).toMatchObject([
    { name: "Arras", why: "même nom, aux accents et aux majuscules près" },
    { name: "Ville d’Arras" },
  ]);
  expect(await look(`nom=arras&sauf=${id("Arras")}`)).toHaveLength(1);
  expect(await look("nom=ar")).toEqual([]);
  const form = await site.visit(directory.add());
  expect(form.querySelector("[data-controller=lookalikes]")).not.toBeNull();
});

test("the staff asks for a whole comparison; each writing route climbs the ladder", async ({ db }) => {
  const id = await network(db);
  const [a, b] = [String(id("Arras")), String(id("Ville d’Arras"))];
  await tellApart(db, system, Number(a), Number(b));
  const routes: [string, Record<string, string>][] = [
    [directory.tellingApart(), { a, b }],
    [directory.tellingApartUndo(Number(a), Number(b)), {}],
    [directory.wholeComparison(), {}],
  ];
  for (const [path, fields] of routes) {
    const status = async (who?: Persona) => (await (await openSite(db, who)).post(path, fields)).status;
    expect(await status(), path).toBe(303);
    for (const who of ["membre", "administratrice_ca"] as const)
      expect(await status(who), `${path} ${who}`).toBe(403);
    expect(await status("animatrice"), path).toBe(303);
  }
  const jobs = rememberedJobs();
  const site = await openSite(db, "animatrice", { jobs });
  await site.post(directory.wholeComparison());
  expect(jobs.asked).toEqual([{ name: wholeComparison, data: {} }]);
  expect((await site.post(directory.tellingApart(), { a, b: a })).status).toBe(422);
  expect((await site.post(directory.tellingApart(), { a, b: "999999" })).status).toBe(404);
  expect((await site.post("/gestion/annuaire/doublons/distinctes/annulation?a=1&b=x")).status).toBe(404);
});
