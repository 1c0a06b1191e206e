import { describe, expect } from "vitest";
import { people } from "#paths/people.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anOrganisation, aPerson, aRole, purposeNamed } from "#test/people.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { listForReview } from "./jobs.ts";

type Fields = Record<string, string>;

const record = (db: Db, id: number) =>
  db.selectFrom("directory.people").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const points = (db: Db, id: number) =>
  db.selectFrom("directory.contact_points").select(["kind", "value"]).where("person_id", "=", id).execute();

describe("each writing route climbs the ladder", () => {
  const point = { genre: "email", valeur: "awa@adice.fr", vue: "staff" };
  const routes: { path: (id: number) => string; good: Fields; bad?: Fields; to?: RegExp }[] = [
    { path: people.add, good: { nom: "Traoré" }, bad: { nom: " ", courriel: "non" } },
    { path: people.edit, good: { nom: "Diop", version: "1" }, bad: { version: "1" } },
    { path: people.archive, good: {} },
    { path: people.restoration, good: {} },
    { path: people.accountLink, good: { compte: "00000000-0000-4000-8000-000000000009" } },
    { path: people.contactPoints, good: point, bad: { ...point, valeur: "awa" } },
    { path: people.roles, good: { organisation: "Adice" }, bad: { organisation: "" } },
    {
      path: people.consents,
      good: { accord: "oui", origine: "Appel" },
      bad: { accord: "peut-être", origine: "" },
    },
    { path: people.erasure, good: { certain: "oui" }, bad: {} },
  ];
  for (const { path, good, bad } of routes)
    test(`POST ${path(7)}`, async ({ db }) => {
      await anOrganisation(db);
      const finalite = String(await purposeNamed(db, "newsletter"));
      const to = path(await aPerson(db));
      const status = async (who: Persona | undefined, fields: Fields) =>
        (await (await openSite(db, who)).post(to, { ...fields, finalite })).status;
      expect(await status(undefined, good), "signed out").toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await status(who, good), who).toBe(403);
      expect(await db.selectFrom("directory.people").select(["version", "erased_at"]).execute()).toEqual([
        { version: 1, erased_at: null },
      ]);
      if (bad) expect(await status("animatrice", bad), "malformed").toBe(422);
      const done = await (await openSite(db, "animatrice")).post(to, { ...good, finalite });
      expect([done.status, done.to?.startsWith(people.all())]).toEqual([303, true]);
    });
});

test("Aminata adds somebody as she types, and finds her without accents, by the beginning of words", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  await site.visit(people.add());
  const { to } = await site.post(people.add(), {
    prenom: " Élodie ",
    nom: "N’Guessan-Lefèvre",
    courriel: "Elodie@Exemple.FR",
    telephone: "06.12.34.56.78",
    contact: "hier",
    langue: "pt",
  });
  const id = Number(to?.split("/").at(-1));
  expect(await record(db, id)).toMatchObject({ given_name: "Élodie", language: "pt" });
  expect(await points(db, id)).toEqual([
    { kind: "email", value: "elodie@exemple.fr" },
    { kind: "phone", value: "06 12 34 56 78" },
  ]);
  await aPerson(db, { given_name: "Lefèbre", family_name: "Paul", email: null });
  for (const words of ["lefev", "elo guess", "ELODIE@EX", "nguessan elodie"]) {
    const list = await site.visit(`${people.all()}?q=${encodeURIComponent(words)}`);
    const found = [...list.querySelectorAll("main tbody tr td:first-child a")].map((a) => a.textContent);
    expect(found, words).toEqual(words === "nguessan elodie" ? [] : ["Élodie N’Guessan-Lefèvre"]);
  }
  const everywhere = await site.visit("/gestion/recherche?q=guessan");
  expect(everywhere.querySelector(`main a[href="${people.one(id)}"]`)?.textContent).toContain("Élodie");
});

test("somebody who may be known already is shown before anything is saved", async ({ db }) => {
  const id = await aPerson(db);
  const site = await openSite(db, "animatrice");
  const retyped: Fields[] = [
    { prenom: "AWA", nom: "DIOP" },
    { prenom: "Diop", nom: "Awa" },
    { prenom: "A.", nom: "D.", courriel: "AWA@exemple.fr" },
  ];
  for (const again of retyped) {
    const asked = await site.post(people.add(), again);
    expect(asked.status).toBe(422);
    expect((await asked.page()).querySelector(`.callout a[href="${people.one(id)}"]`)).not.toBeNull();
  }
  expect((await site.post(people.add(), { prenom: "Awa", nom: "Diop", autre: "oui" })).status).toBe(303);
});

test("two colleagues change the same person: the second sees both, and may then decide", async ({ db }) => {
  const id = await aPerson(db);
  const [aminata, djamel] = [await openSite(db, "animatrice"), await openSite(db, "administrateur")];
  await djamel.post(people.edit(id), { prenom: "Awa", nom: "Diop Sarr", version: "1" });
  const late = await aminata.post(people.edit(id), { prenom: "Hawa", nom: "Diop", version: "1" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.querySelector(".callout table")?.textContent).toMatch(/Diop Sarr.*Diop/s);
  const version = page.querySelector("[name=version]")?.getAttribute("value") ?? "";
  await aminata.post(people.edit(id), { prenom: "Hawa", nom: "Diop", version });
  expect(await record(db, id)).toMatchObject({ given_name: "Hawa", version: 3 });
});

test("who is put away leaves the list and the proposals, is found when asked for, and comes back", async ({
  db,
}) => {
  const id = await aPerson(db);
  const site = await openSite(db, "animatrice");
  const names = async (query = "") =>
    [...(await site.visit(people.all() + query)).querySelectorAll("tbody tr td:first-child")].map((cell) =>
      cell.textContent?.trim(),
    );
  await site.post(people.archive(id));
  const after = await site.visit(people.all());
  expect(after.querySelector(`.notice form[action="${people.restoration(id)}"]`)).not.toBeNull();
  expect(await names()).toEqual([]);
  expect(await names("?etat=archivees")).toEqual(["Awa Diop Archivée"]);
  expect(await (await site.request(`${people.suggestions()}?q=awa`)).json()).toEqual([]);
  await site.post(people.restoration(id));
  expect(await names()).toEqual(["Awa Diop"]);
});

test("the list is narrowed by role, consent and language, each with what it would give, and taken away by the team", async ({
  db,
}) => {
  const adice = await anOrganisation(db);
  const { personId } = await aRole(db, adice, { genre: "elected", titre: "Présidente" });
  await aRole(db, adice, { genre: "elected", jusqua: "2020-01-01" }, { given_name: "Ancien", email: null });
  await aPerson(db, { given_name: "Ana", family_name: "Silva", language: "pt", email: null });
  const site = await openSite(db, "animatrice");
  const finalite = String(await purposeNamed(db, "newsletter"));
  await site.post(people.consents(personId), { finalite, accord: "oui", origine: "Appel" });
  const page = await site.visit(people.all());
  const facets = [...page.querySelectorAll(".facet a")].map((a) =>
    a.textContent?.replace(/\s+/g, " ").trim(),
  );
  expect(facets).toEqual([
    "Élue ou élu1",
    "Aucune fonction2",
    "Recevoir la lettre d’information1",
    "Français2",
    "Portugais1",
  ]);
  for (const query of ["fonction=elected", "consentement=newsletter", `organisation=${adice}`])
    expect((await site.visit(`${people.all()}?${query}`)).querySelector(".total")?.textContent).toBe(
      "1\u00a0personne",
    );
  const csv = await (await site.request("/gestion/personnes.csv?fonction=elected")).text();
  expect(csv.split("\r\n")[1]).toContain("Awa;Diop;awa@exemple.fr;;Français;Présidente, Adice");
  const board = await openSite(db, "administratrice_ca");
  expect((await board.request("/gestion/personnes.csv")).status).toBe(403);
  expect((await board.visit(people.one(personId))).body.textContent).toContain("Présidente");
});

test("the board reads who people are, never the team's notes", async ({ db }) => {
  const id = await aPerson(db, { notes: "Fâchée avec le trésorier" });
  const [team, board] = [await openSite(db, "animatrice"), await openSite(db, "administratrice_ca")];
  expect((await team.visit(people.one(id))).body.textContent).toContain("Fâchée");
  expect((await board.visit(people.one(id))).body.textContent).not.toContain("Fâchée");
});

test("three years without contact put somebody on the list to review, and a word takes them off", async ({
  db,
}) => {
  const old = await aPerson(db);
  await aPerson(db, { given_name: "Récente", email: null });
  await db
    .updateTable("directory.people")
    .set({ created_at: new Date("2020-01-01"), last_contact_on: "2021-03-04" })
    .where("id", "=", old)
    .execute();
  expect(await listForReview(db, "2024-03-04")).toBe(0);
  expect(await listForReview(db, "2024-03-05")).toBe(1);
  const site = await openSite(db, "animatrice");
  const list = await site.visit(people.all());
  const link = list.querySelector(".callout a")?.getAttribute("href") ?? "";
  expect((await site.visit(link)).querySelectorAll("tbody tr").length).toBe(1);
  await site.post(people.edit(old), { prenom: "Awa", nom: "Diop", contact: "4/3/2024", version: "1" });
  expect(await listForReview(db, "2024-03-06")).toBe(0);
  expect(await record(db, old)).toMatchObject({ review_since: null });
  expect(await listForReview(db, "2027-03-05")).toBe(1);
});
