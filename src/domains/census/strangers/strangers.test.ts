import { expect } from "vitest";
import { census } from "#paths/census.ts";
import type { Db } from "#platform/db/index.ts";
import { openedCampaign } from "#test/census.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";

const slug = "recensement-de-test";
const path = census.openLink(slug);
const typed = { nom: "Kabe", courriel: "Awa@Exemple.fr", personne: "Awa" };
const letters = (db: Db) => db.selectFrom("platform.letters").select(["recipient", "text"]).execute();
const organisations = (db: Db) =>
  db.selectFrom("directory.organisations").select(["name", "status", "visibility"]).orderBy("id").execute();

test("one that is known is shown before anything is added, and gets its link at its own address, never shown", async ({
  db,
}) => {
  const { kabe } = await openedCampaign(db);
  const before = await organisations(db);
  const site = await openSite(db);
  await site.visit(path);
  const shown = await site.post(path, typed);
  expect(shown.status).toBe(422);
  const page = await shown.page();
  expect(page.querySelector("h1")?.textContent).toBe("Êtes-vous l’une d’elles ?");
  expect(page.body.textContent, "an internal card is called as it was typed").toContain("Kabe");
  expect(page.body.textContent).not.toMatch(/Kabé|contact@kabe/);
  const asked = await site.post(census.ours(slug), { nom: "Kabe", organisation: String(kabe) });
  expect(asked.to).toBe(census.asked(slug));
  await site.post(census.ours(slug), { nom: "Kabe", organisation: String(kabe) });
  expect((await letters(db)).map(({ recipient }) => recipient)).toEqual(["contact@kabe.fr"]);
  expect((await site.visit(asked.to ?? "")).body.textContent).not.toContain("kabe.fr");
  expect(await organisations(db)).toEqual(before);
});

test("an organisation that was not shown for this name cannot be asked for", async ({ db }) => {
  const { adice } = await openedCampaign(db);
  const site = await openSite(db);
  await site.post(census.ours(slug), { nom: "Kabe", organisation: String(adice) });
  expect(await letters(db)).toEqual([]);
});

test("one that nobody knew is added once, proposed and internal, and answers by its own link", async ({
  db,
}) => {
  const { write } = await openedCampaign(db);
  const site = await openSite(db);
  expect((await site.post(path, { ...typed, courriel: "awa" })).status).toBe(422);
  const once = "0b51a4a2-6f0a-4c6e-9c68-8c4a3f1f2a10";
  const added = await site.post(path, { ...typed, nouvelle: "oui", once });
  await site.post(path, { ...typed, nouvelle: "oui", once });
  expect((await organisations(db)).at(-1)).toEqual({
    name: "Kabe",
    status: "proposed",
    visibility: "internal",
  });
  expect(await organisations(db)).toHaveLength(4);
  const card = await site.visit(added.to ?? "");
  expect(card.querySelector("h1")?.textContent).toBe("La fiche de Kabe");
  await write();
  const recipients = (await letters(db)).map(({ recipient }) => recipient);
  expect(recipients.filter((one) => one === "awa@exemple.fr")).toHaveLength(1);
  const letter = (await letters(db)).find(({ recipient }) => recipient === "awa@exemple.fr");
  expect(letter).toMatchObject({
    recipient: "awa@exemple.fr",
    text: expect.stringContaining(added.to ?? "?"),
  });
});

test("a campaign without an open link, or unknown, is not there", async ({ db }) => {
  const { campaignId } = await openedCampaign(db);
  await db.updateTable("census.campaigns").set({ open_link: false }).where("id", "=", campaignId).execute();
  const site = await openSite(db);
  expect((await site.request(path)).status).toBe(404);
  expect((await site.post(path, typed)).status).toBe(404);
  expect((await site.request(census.openLink("autre"))).status).toBe(404);
});

test("letters cannot be poured from the page: the thirteenth try waits", async ({ db }) => {
  await openedCampaign(db);
  const site = await openSite(db);
  const statuses = [];
  for (let n = 0; n < 13; n++)
    statuses.push((await site.post(path, { ...typed, nom: `Inconnue ${n}` })).status);
  expect(statuses.slice(0, 12).every((status) => status === 303)).toBe(true);
  expect(statuses[12]).toBe(429);
});
