import { expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { addField, logoFile, termsOf } from "#test/records.ts";
import { openSite } from "#test/site.ts";
import { builtInFields } from "./fields/registry.ts";
import { formName } from "./fields/texts.ts";
import { addOrganisations } from "./matching/commands.ts";

const kabe = async (db: Db) => (await addOrganisations(db, system, [{ name: "Kabé Bénin" }]))[0] ?? 0;
const row = (db: Db, id: number) =>
  db.selectFrom("directory.organisations").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const numberOf = (to: string | undefined) => Number(to?.split("/").at(-1));

test("the form asks every field of the record, built in or added", async ({ db }) => {
  await addField(db, { libelle: "Bénévoles", genre: "number" });
  const page = await (await openSite(db, "animatrice")).visit(directory.add());
  for (const { key, kind } of builtInFields) {
    const name = formName(key) + (kind === "picture" ? "_fichier" : "");
    expect(page.querySelector(`#champ-${name}`), key).not.toBeNull();
  }
  expect(page.querySelector("[name=perso_benevoles]")).not.toBeNull();
});

test("Aminata fills everything in at once: sectors, goals, countries by any name, the network's own field, a logo", async ({
  db,
}) => {
  await addField(db, { libelle: "Bénévoles", genre: "number" });
  await addField(db, { libelle: "Publics", genre: "choices", reponses: "Jeunes\nÉcoles" });
  const [sector, goal] = [await termsOf(db, "sectors"), await termsOf(db, "odd")];
  const site = await openSite(db, "animatrice");
  const { to } = await site.post(directory.add(), {
    nom: "Kabé Bénin",
    "secteurs[]": [String(sector("urgence")), String(sector("ecsi"))],
    "odd[]": [String(goal("6"))],
    pays: "bénin; Cote d'Ivoire, ML",
    courriel: "Contact@Kabe.FR",
    perso_benevoles: "1 250,5",
    "perso_publics[]": ["jeunes"],
    logo_fichier: await logoFile(),
  });
  const id = numberOf(to);
  expect(await row(db, id)).toMatchObject({
    sector_ids: [sector("urgence"), sector("ecsi")].sort((a, b) => a - b),
    goal_ids: [goal("6")],
    country_codes: ["BJ", "CI", "ML"],
    custom: { benevoles: 1250.5, publics: ["jeunes"] },
    logo_file_id: expect.stringMatching(/-/),
    facts: {},
  });
  const page = await site.visit(to ?? "");
  const text = page.querySelector("main")?.textContent ?? "";
  for (const word of [
    "Côte d’Ivoire",
    "Eau propre et assainissement",
    "1 250,5",
    "Jeunes",
    "contact@kabe.fr",
  ])
    expect(text.replaceAll(/\s/g, " ")).toContain(word);
  expect(page.querySelector(".fact")?.textContent).toContain("Saisi par l’équipe");
  const form = await site.visit(directory.edit(id));
  expect(form.querySelector("#champ-pays")?.getAttribute("value")).toBe("Bénin, Côte d’Ivoire, Mali");
  expect(form.querySelector(`#champ-odd-${goal("6")}`)?.hasAttribute("checked")).toBe(true);
});

test("an unknown country is named, a logo given with it is kept, and nothing typed is lost", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const answer = await site.post(directory.add(), {
    nom: "Kabé",
    pays: "Mali, Syldavie",
    logo_fichier: await logoFile(),
  });
  expect(answer.status).toBe(422);
  const page = await answer.page();
  expect(page.querySelector("#erreur-pays")?.textContent).toContain("« Syldavie »");
  expect(page.querySelector("input[name=logo]")?.getAttribute("value")).toMatch(/-/);
  const wrong = await site.post(directory.add(), { nom: "Kabé", logo_fichier: new File(["?"], "a.png") });
  expect((await wrong.page()).querySelector("#erreur-logo_fichier")?.textContent).toContain("image lisible");
});

test("a colleague who saves second is told field by field, the network's own too, and loses nothing", async ({
  db,
}) => {
  await addField(db, { libelle: "Bénévoles", genre: "number" });
  const goal = await termsOf(db, "odd");
  const id = await kabe(db);
  const [aminata, djamel] = [await openSite(db, "animatrice"), await openSite(db, "administrateur")];
  await djamel.post(directory.edit(id), {
    nom: "Kabé Bénin",
    version: "1",
    perso_benevoles: "3",
    pays: "Mali",
  });
  const mine = {
    nom: "Kabé Bénin",
    version: "1",
    perso_benevoles: "4",
    "odd[]": [String(goal("4"))],
  };
  const late = await aminata.post(directory.edit(id), mine);
  expect(late.status).toBe(409);
  const page = await late.page();
  const table = page.querySelector(".callout table")?.textContent ?? "";
  expect(table).toMatch(/Pays d’action.*Mali.*rien/s);
  expect(table).toMatch(/Bénévoles.*3.*4/s);
  expect(table).toMatch(/Objectifs de développement durable.*rien.*4\. Éducation/s);
  expect(page.querySelector("#champ-perso_benevoles")?.getAttribute("value")).toBe("4");
  expect(page.querySelector(`#champ-odd-${goal("4")}`)?.hasAttribute("checked")).toBe(true);
});

test("only what changes is noted, with the day and the team; a word that is retired stays on the card", async ({
  db,
}) => {
  const id = await kabe(db);
  const sector = await termsOf(db, "sectors");
  const site = await openSite(db, "animatrice");
  const typed = { nom: "Kabé Bénin", "secteurs[]": [String(sector("ecsi"))] };
  await site.post(directory.edit(id), { ...typed, version: "1" });
  await db
    .updateTable("vocabularies.terms")
    .set({ retired_at: new Date().toISOString() })
    .where("id", "=", sector("ecsi"))
    .execute();
  const form = await site.visit(directory.edit(id));
  expect(form.querySelector(`#champ-secteurs-${sector("ecsi")}`)?.hasAttribute("checked")).toBe(true);
  await site.post(directory.edit(id), { ...typed, version: "2", sigle: "KB" });
  const saved = await row(db, id);
  expect(saved.sector_ids).toEqual([sector("ecsi")]);
  expect(Object.keys(saved.facts as object).sort()).toEqual(["acronym", "sector_ids"]);
});

test("a field is shown to others in two clicks, and that is undone; a fixed one is not moved", async ({
  db,
}) => {
  const [id = 0] = await addOrganisations(db, system, [
    { name: "Kabé", siret: "73282932000074", visibility: "listed" },
  ]);
  const site = await openSite(db, "animatrice");
  const card = async () => (await openSite(db)).visit(directory.publicCard(id, "kabe"));
  expect((await card()).body.textContent).not.toContain("73282932000074");
  const to = directory.fieldVisibility(id, "siret");
  await site.post(to, { vue_siret: "public" });
  expect((await card()).body.textContent).toContain("73282932000074");
  const notice = (await site.visit(directory.one(id))).querySelector(".notice form");
  await site.post(notice?.getAttribute("action") ?? "");
  expect((await card()).body.textContent).not.toContain("73282932000074");
  expect((await site.post(directory.fieldVisibility(id, "name"), { vue_nom: "staff" })).status).toBe(404);
  expect((await site.post(to, { vue_siret: "tous" })).status).toBe(404);
});

test("the organisation's word on its whole card is dated, and can be taken back", async ({ db }) => {
  const id = await kabe(db);
  const site = await openSite(db, "animatrice");
  await site.post(directory.confirmation(id));
  expect((await row(db, id)).confirmed_on).not.toBeNull();
  expect((await row(db, id)).version, "a colleague's form stays good").toBe(1);
  const undo = (await site.visit(directory.one(id))).querySelector(".notice form")?.getAttribute("action");
  await site.post(undo ?? "");
  expect((await row(db, id)).confirmed_on).toBeNull();
});

test("contact points are put in order, and the first courriel is the field of the record", async ({ db }) => {
  const id = await kabe(db);
  const site = await openSite(db, "animatrice");
  for (const valeur of ["a@kabe.fr", "b@kabe.fr", "c@kabe.fr"])
    await site.post(directory.contactPoints(id), { genre: "email", valeur });
  const points = () =>
    db
      .selectFrom("directory.contact_points")
      .select(["id", "value"])
      .where("organisation_id", "=", id)
      .orderBy("position")
      .orderBy("id")
      .execute();
  const last = (await points()).at(-1);
  for (let time = 0; time < 3; time++) await site.post(directory.contactOrder(id, last?.id ?? 0));
  expect((await points()).map(({ value }) => value)).toEqual(["c@kabe.fr", "a@kabe.fr", "b@kabe.fr"]);
  const form = await site.visit(directory.edit(id));
  expect(form.querySelector("#champ-courriel")?.getAttribute("value")).toBe("c@kabe.fr");
});

test("the small forms of a record climb the ladder too", async ({ db }) => {
  const id = await kabe(db);
  for (const path of [directory.confirmation(id), directory.fieldVisibility(id, "rna", "staff")]) {
    expect((await (await openSite(db)).post(path)).to).toMatch(/^\/connexion/);
    expect((await (await openSite(db, "administratrice_ca")).post(path)).status).toBe(403);
    expect((await (await openSite(db, "animatrice")).post(path)).to).toBe(directory.one(id));
  }
});
