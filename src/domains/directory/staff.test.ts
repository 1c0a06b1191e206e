import { describe, expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { addOrganisations } from "./matching/commands.ts";

type Fields = Record<string, string>;

const adice = async (db: Db) => {
  const [id = 0] = await addOrganisations(db, system, [
    { name: "Adice", rna: "W595001234", commune_code: "59512" },
  ]);
  return id;
};
const record = (db: Db, id: number) =>
  db.selectFrom("directory.organisations").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

describe("each writing route climbs the ladder", () => {
  const point = { genre: "email", valeur: "bonjour@adice.fr", vue: "public" };
  const routes: { path: (id: number) => string; good: Fields; bad?: Fields }[] = [
    { path: () => directory.add(), good: { nom: "Nouvelle" }, bad: { nom: "" } },
    {
      path: (id: number) => directory.edit(id),
      good: { nom: "Adice", version: "1" },
      bad: { nom: "Adice", rna: "12" },
    },
    { path: (id: number) => directory.archive(id), good: {} },
    { path: (id: number) => directory.restoration(id), good: {} },
    { path: (id: number) => directory.contactPoints(id), good: point, bad: { ...point, valeur: "bonjour" } },
  ];
  for (const { path, good, bad } of routes)
    test(`POST ${path(7)}`, async ({ db }) => {
      const to = path(await adice(db));
      const status = async (who: Persona | undefined, fields: Fields) =>
        (await (await openSite(db, who)).post(to, fields)).status;
      expect(await status(undefined, good), "signed out").toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await status(who, good), who).toBe(403);
      expect(await db.selectFrom("directory.organisations").select("version").execute()).toEqual([
        { version: 1 },
      ]);
      if (bad) expect(await status("animatrice", bad), "malformed").toBe(422);
      const done = await (await openSite(db, "animatrice")).post(to, good);
      expect([done.status, done.to?.startsWith("/gestion/annuaire")]).toEqual([303, true]);
    });
});

test("Aminata adds an organisation with what she knows, as she types it", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  await site.visit(directory.add());
  const { to } = await site.post(directory.add(), {
    nom: "  Petits maîtres  ",
    rna: "w595.001.234",
    siret: "732 829 320 00074",
    commune: "cysoing",
    site: "www.exemple.fr",
    depuis: "6/1/21",
  });
  expect(await record(db, Number(to?.split("/").at(-1)))).toMatchObject({
    name: "Petits maîtres",
    rna: "W595001234",
    siren: "732829320",
    commune_code: "59168",
    website: "https://www.exemple.fr",
    visibility: "internal",
    status: "published",
    network_since: "2021-01-06",
  });
  const page = await site.visit(to ?? "");
  expect(page.body.textContent).toContain("Petits maîtres est dans l’annuaire.");
});

test("wrong identifiers and an unknown commune are told field by field, and nothing typed is lost", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const answer = await site.post(directory.add(), { nom: "Essai", siret: "123", uai: "0350936Z" });
  const page = await answer.page();
  expect(page.querySelectorAll(".error-summary li").length).toBe(2);
  expect(page.querySelector("#champ-siret")?.getAttribute("value")).toBe("123");
  const lost = await (await site.post(directory.add(), { nom: "Essai", commune: "Trifouillis" })).page();
  expect(lost.querySelector("#erreur-commune")?.textContent).toContain("Trifouillis");
});

test("a probable duplicate is shown before it is added; saying that it is another adds it", async ({
  db,
}) => {
  const id = await adice(db);
  const site = await openSite(db, "animatrice");
  const first = await site.post(directory.add(), { nom: "ADICÉ" });
  expect(first.status).toBe(422);
  expect((await first.page()).querySelector(`a[href='${directory.one(id)}']`)).not.toBeNull();
  expect((await site.post(directory.add(), { nom: "ADICÉ", autre: "oui" })).status).toBe(303);
  const taken = await site.post(directory.add(), { nom: "Tout autre", rna: "W595001234", autre: "oui" });
  expect(taken.status).toBe(422);
  expect((await taken.page()).querySelector(".error-summary")?.textContent).toContain("déjà ce numéro RNA");
});

test("two colleagues change the same card: the second sees both, and may then decide", async ({ db }) => {
  const id = await adice(db);
  const [aminata, djamel] = [await openSite(db, "animatrice"), await openSite(db, "administrateur")];
  await djamel.post(directory.edit(id), { nom: "Adice Roubaix", version: "1" });
  const late = await aminata.post(directory.edit(id), { nom: "ADICE", sigle: "AD", version: "1" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.querySelector(".callout table")?.textContent).toMatch(/Nom.*Adice Roubaix.*ADICE/s);
  const version = page.querySelector("[name=version]")?.getAttribute("value") ?? "";
  expect((await aminata.post(directory.edit(id), { nom: "ADICE", version })).status).toBe(303);
  expect(await record(db, id)).toMatchObject({ name: "ADICE", version: 3 });
});

test("an archived organisation leaves the list, and comes back as it was", async ({ db }) => {
  const id = await adice(db);
  await db.updateTable("directory.organisations").set({ status: "proposed" }).where("id", "=", id).execute();
  const site = await openSite(db, "animatrice");
  await site.post(directory.archive(id));
  const list = await site.visit(directory.all());
  expect(list.querySelector(`a[href='${directory.one(id)}']`)).toBeNull();
  const undo = list.querySelector(".notice form")?.getAttribute("action") ?? "";
  expect((await site.post(undo)).to).toBe(directory.one(id));
  expect(await record(db, id)).toMatchObject({ status: "proposed", archived_from: null });
});

test("an archived one whose RNA was taken meanwhile stays archived, and it is said", async ({ db }) => {
  const id = await adice(db);
  const site = await openSite(db, "animatrice");
  await site.post(directory.archive(id));
  await addOrganisations(db, system, [{ name: "Adice bis", rna: "W595001234" }]);
  const answer = await site.post(directory.restoration(id));
  expect(answer.status).toBe(422);
  expect((await answer.page()).body.textContent).toContain("déjà ce numéro RNA");
});

test("contact points are written down in one form, changed, and removed", async ({ db }) => {
  const id = await adice(db);
  const site = await openSite(db, "animatrice");
  await site.visit(directory.contactPoints(id));
  await site.post(directory.contactPoints(id), { genre: "phone", valeur: "03.20.00.11.22", vue: "public" });
  const one = await db.selectFrom("directory.contact_points").selectAll().executeTakeFirstOrThrow();
  expect(one).toMatchObject({ organisation_id: id, value: "03 20 00 11 22", visibility: "public" });
  await site.visit(directory.contactPoint(id, one.id));
  await site.post(directory.contactPoint(id, one.id), { genre: "website", valeur: "adice.asso.fr" });
  expect((await site.visit(directory.one(id))).body.textContent).toContain("adice.asso.fr");
  const other = await addOrganisations(db, system, [{ name: "Autre" }]);
  expect((await site.post(directory.contactRemoval(other[0] ?? 0, one.id))).status).toBe(404);
  await site.post(directory.contactRemoval(id, one.id));
  expect(await db.selectFrom("directory.contact_points").selectAll().execute()).toEqual([]);
});

test("the board reads the whole directory and takes it away, without the means to change it", async ({
  db,
}) => {
  const id = await adice(db);
  const site = await openSite(db, "administratrice_ca");
  const page = await site.visit(directory.one(id));
  expect(page.querySelector(`a[href='${directory.edit(id)}']`)).toBeNull();
  expect(await (await site.request("/gestion/annuaire.json")).json()).toMatchObject([
    { name: "Adice", status: "Publiée" },
  ]);
  expect(await (await site.request(`${directory.suggestions()}?q=adi`)).json()).toEqual([
    { id, name: "Adice" },
  ]);
});
