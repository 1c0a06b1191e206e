import { expect } from "vitest";
import { ensureTerm } from "#domains/vocabularies/index.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aMeeting, countMeetings, typeNamed } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";

const path = "/gestion/activite/lot";

async function threeMeetings(db: Db) {
  const ids = [
    await aMeeting(db, { subject: "Un" }),
    await aMeeting(db, { subject: "Deux" }),
    await aMeeting(db, { subject: "Trois", heldOn: "2020-03-04" }),
  ];
  const pole = await ensureTerm(db, system, "poles", "Jeunesse");
  return { ids: ids.map(String), pole };
}

const headings = (db: Db) =>
  db
    .selectFrom("activities.meetings")
    .select(["subject", "pole_id", "type_id"])
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();

test("the meetings checked change pole and type together, and come back as they were", async ({ db }) => {
  const { ids, pole } = await threeMeetings(db);
  const site = await openSite(db, "animatrice");
  const list = await site.visit("/gestion/activite?annee=toutes");
  expect(list.querySelectorAll("input[name=choix][form=choix]").length).toBe(3);
  const step = await site.visit(
    `${path}?annee=toutes&portee=cochees&faire=changer&choix=${ids[0]}&choix=${ids[1]}`,
  );
  expect(step.querySelector("main")?.textContent).toMatch(/2\sréunions/);
  const type = await typeNamed(db, "Formation");
  const before = await headings(db);
  const sent = await site.post(`${path}?annee=toutes&faire=changer`, {
    portee: "cochees",
    "choix[]": ids.slice(0, 2),
    pole: String(pole),
    type: String(type),
  });
  expect(sent).toMatchObject({ status: 303, to: "/gestion/activite?annee=toutes" });
  expect(await headings(db)).toEqual([
    { subject: "Un", pole_id: pole, type_id: type },
    { subject: "Deux", pole_id: pole, type_id: type },
    before[2],
  ]);
  const after = await site.visit("/gestion/activite?annee=toutes");
  const notice = after.querySelector("[role=status]");
  expect(notice?.textContent?.replace(/\s/g, " ")).toContain(
    "2 réunions changées : type « Formation », pôle « Jeunesse ».",
  );
  await site.post(`/gestion/activite/${ids[1]}/suppression`);
  const undone = await site.post(notice?.querySelector("form")?.getAttribute("action") ?? "");
  expect(undone.status).toBe(303);
  const said = (await site.visit("/gestion/activite")).querySelector("[role=status]")?.textContent;
  expect(said).toContain("Une a changé depuis et reste comme elle est : Deux.");
  expect((await headings(db))[0]).toEqual(before[0]);
  await site.post(notice?.querySelector("form")?.getAttribute("action") ?? "");
  expect((await site.visit("/gestion/activite")).querySelector("[role=status]")?.textContent).toContain(
    "déjà été annulée",
  );
});

test("all those of a search are put away at once, and nothing else", async ({ db }) => {
  await threeMeetings(db);
  const site = await openSite(db, "animatrice");
  const sent = await site.post(`${path}?annee=2021&faire=ranger`, { portee: "toutes" });
  expect(sent.status).toBe(303);
  expect(await countMeetings(db)).toBe(1);
  const notice = (await site.visit("/gestion/activite?annee=toutes")).querySelector("[role=status] form");
  await site.post(notice?.getAttribute("action") ?? "");
  expect(await countMeetings(db)).toBe(3);
});

test("a double click changes once; nothing to change and nothing chosen are said", async ({ db }) => {
  const { ids, pole } = await threeMeetings(db);
  const site = await openSite(db, "animatrice");
  const form = { portee: "cochees", "choix[]": ids, pole: String(pole), once: crypto.randomUUID() };
  await site.post(`${path}?faire=changer`, form);
  await site.post(`${path}?faire=changer`, form);
  expect((await db.selectFrom("activities.bulk_actions").select("id").execute()).length).toBe(1);
  const empty = await site.post(`${path}?faire=changer`, { portee: "cochees", "choix[]": ids });
  expect(empty.status).toBe(422);
  expect((await empty.page()).querySelector("#erreurs")?.textContent).toContain("au moins une chose");
  const wrong = await site.post(`${path}?faire=changer`, {
    portee: "cochees",
    "choix[]": ids,
    type: "aucun",
  });
  expect(wrong.status).toBe(422);
  expect((await site.visit(`${path}?portee=cochees`)).querySelector("h1")?.textContent).toContain(
    "Aucune réunion",
  );
});

test("it is for the team", async ({ db }) => {
  const { ids } = await threeMeetings(db);
  for (const one of [path, `${path}/1/annulation`]) {
    expect((await (await openSite(db)).post(one, { "choix[]": ids })).to).toContain("/connexion");
    expect((await (await openSite(db, "membre")).post(one, { "choix[]": ids })).status).toBe(403);
    expect((await (await openSite(db, "administratrice_ca")).post(one, { "choix[]": ids })).status).toBe(403);
  }
  const board = await (await openSite(db, "administratrice_ca")).visit("/gestion/activite?annee=toutes");
  expect(board.querySelector("input[name=choix]")).toBeNull();
  expect((await (await openSite(db, "animatrice")).post(`${path}/999999/annulation`)).status).toBe(404);
});
