import { expect } from "vitest";
import { criteria } from "#app/criteria.ts";
import { addOrganisations } from "#domains/directory/index.ts";
import { census } from "#paths/census.ts";
import { type Db, system } from "#platform/db/index.ts";
import { openedCampaign } from "#test/census.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";

const typed = { titre: "Recensement 2031", annee: "2031", du: "6/1/2031", au: "28/2/2031", segment: "" };
const numberOf = (path = "") => Number(path.split("/").pop());
const count = async (db: Db) => (await db.selectFrom("census.campaigns").select("id").execute()).length;

test("a campaign is prepared with its questionnaire and its letters, and opened once", async ({ db }) => {
  await addOrganisations(db, system, [{ name: "Adice" }]);
  const site = await openSite(db, "animatrice");
  await site.visit(census.add());
  const made = await site.post(census.add(), typed);
  const id = numberOf(made.to);
  const page = await site.visit(census.one(id));
  expect(page.body.textContent).toMatch(/Toutes les organisations/);
  expect(page.body.textContent).toMatch(/Confirmer votre fiche/);
  expect(page.body.textContent, "a holiday or a week-end moves a letter").toMatch(
    /Invitation le 6 janvier 2031/,
  );
  await site.visit(`${census.one(id)}/questionnaire`);
  expect((await site.post(census.opening(id), { version: "1" })).status).toBe(303);
  const again = await site.post(census.opening(id), { version: "1" });
  expect(again.status).toBe(409);
  expect((await again.page()).querySelector("[role=alert]")?.textContent).toContain("déjà ouverte");
});

test("preparing a campaign is for the team: the ladder", async ({ db }) => {
  const post = async (who: Persona | undefined, fields: Record<string, string>) =>
    (await (await openSite(db, who)).post(census.add(), fields)).status;
  expect(await post(undefined, typed)).toBe(303);
  for (const who of ["visiteuse", "membre", "jure", "administratrice_ca"] as const)
    expect(await post(who, typed)).toBe(403);
  expect(await post("animatrice", { ...typed, au: "1/1/2031" })).toBe(422);
  expect(await post("animatrice", { ...typed, segment: "999999" })).toBe(422);
  expect(await count(db)).toBe(0);
  expect(await post("animatrice", typed)).toBe(303);
});

test("what cannot be opened says why: past, or nobody to ask", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const past = numberOf((await site.post(census.add(), { ...typed, du: "1/3/2021", au: "2/3/2021" })).to);
  const refused = await site.post(census.opening(past), { version: "1" });
  expect((await refused.page()).querySelector("[role=alert]")?.textContent).toContain(
    "dernier jour est passé",
  );
  const empty = numberOf((await site.post(census.add(), typed)).to);
  const alone = await site.post(census.opening(empty), { version: "1" });
  expect((await alone.page()).querySelector("[role=alert]")?.textContent).toContain("ne désigne personne");
});

test("two officers change one campaign: the second is told and loses nothing", async ({ db }) => {
  const { campaignId } = await openedCampaign(db);
  const site = await openSite(db, "animatrice");
  await site.visit(census.edit(campaignId));
  const change = { ...typed, titre: "Un", version: "2" };
  expect((await site.post(census.edit(campaignId), change)).status).toBe(303);
  const late = await site.post(census.edit(campaignId), { ...change, titre: "Deux" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.querySelector("[name=titre]")?.getAttribute("value")).toBe("Deux");
  expect(page.querySelector(".callout-warning")?.textContent).toContain("Un");
  const { year } = await db.selectFrom("census.campaigns").select("year").executeTakeFirstOrThrow();
  expect(year, "once open, the year no longer changes").toBe(2026);
});

test("a draft is taken away and put back; an open campaign is not", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const id = numberOf((await site.post(census.add(), typed)).to);
  await site.post(census.removal(id));
  const list = await site.visit(census.all());
  expect((await site.request(census.one(id))).status).toBe(404);
  await site.post(list.querySelector(".notice form")?.getAttribute("action") ?? "");
  await site.visit(census.one(id));
  const { campaignId } = await openedCampaign(db);
  expect((await site.post(census.removal(campaignId))).status).toBe(409);
});

test("a letter is shown as it will be read, changed by one at a time, tried on oneself", async ({ db }) => {
  const { campaignId } = await openedCampaign(db);
  const site = await openSite(db, "animatrice");
  const page = await site.visit(census.letters(campaignId));
  expect(page.querySelector(".letter-sheet")?.textContent).toContain("La fiche d’Adice");
  const path = census.letter(campaignId, 1);
  const letter = {
    jours: "12",
    objet: "La fiche de {organisation}",
    texte: "Bonjour,\n\nUn mot.",
    version: "1",
  };
  await site.visit(path);
  const unknown = await site.post(path, { ...letter, texte: "Bonjour {nom}," });
  expect((await unknown.page()).querySelector(".error")?.textContent).toContain("{nom}");
  expect((await site.post(path, { ...letter, jours: "25" })).status, "before the next reminder").toBe(422);
  expect((await site.post(path, letter)).status).toBe(303);
  expect((await site.post(path, letter)).status).toBe(409);
  await site.post(census.letterTest(campaignId, 1));
  const sent = await db.selectFrom("platform.letters").select(["recipient", "subject"]).execute();
  expect(sent).toEqual([{ recipient: "animatrice@exemple.fr", subject: "[Essai] La fiche d’Adice" }]);
  await site.post(census.letters(campaignId));
  await site.post(census.letterRemoval(campaignId, 4));
  await site.post(census.letterRemoval(campaignId, 0));
  expect((await site.visit(census.letters(campaignId))).querySelectorAll(".letter-shown")).toHaveLength(4);
});

test("segments know who answered, who was asked, who never did", async ({ db }) => {
  const { adice, campaignId, linkOf } = await openedCampaign(db);
  await (await openSite(db)).post(`${await linkOf(adice)}/tout-est-exact`);
  const { countSegment, sentenceOf } = await import("#domains/directory/index.ts");
  const campagne = [String(campaignId)];
  const of = (criterion: string, asked: Record<string, string[]>, not = false) => [
    [{ criterion, asked, not }],
  ];
  expect(await countSegment(db, criteria, of("census.answered", { campagne }))).toBe(1);
  expect(await countSegment(db, criteria, of("census.answered", { campagne }, true))).toBe(2);
  expect(await countSegment(db, criteria, of("census.asked", { campagne }))).toBe(3);
  expect(await countSegment(db, criteria, of("census.ever", {}))).toBe(2);
  expect(await sentenceOf(db, criteria, of("census.answered", { campagne }))).toBe(
    "les organisations qui ont répondu à « Recensement de test »",
  );
});
