import { expect } from "vitest";
import { test } from "#test/database.ts";
import { aMeeting, countMeetings } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";

const path = "/gestion/activite/serie";

test("a meeting comes back each Monday: dates are proposed, holidays said, all noted and taken back at once", async ({
  db,
}) => {
  const id = await aMeeting(db, {
    subject: "Point d’équipe",
    heldOn: "2026-03-23",
    notes: "Confidentiel",
    staff: [],
  });
  await aMeeting(db, { subject: "Point d’équipe", heldOn: "2026-03-30" });
  const site = await openSite(db, "animatrice");
  const page = await site.visit(`${path}?modele=${id}&rythme=semaine&jusqu=20%2F4%2F26`);
  const dates = [...page.querySelectorAll("[name='dates[]']")];
  expect(dates.map((box) => [box.getAttribute("value"), box.hasAttribute("checked")])).toEqual([
    ["2026-03-30", false],
    ["2026-04-06", false],
    ["2026-04-13", true],
    ["2026-04-20", true],
  ]);
  expect(page.querySelector("fieldset")?.textContent).toContain("lundi 6 avril 2026 (jour férié)");
  const form = {
    modele: String(id),
    participants: "4",
    "dates[]": ["2026-04-13", "2026-04-20"],
    once: crypto.randomUUID(),
  };
  const sent = await site.post(path, form);
  expect(sent.status).toBe(303);
  await site.post(path, form);
  expect(await countMeetings(db), "sent twice").toBe(4);
  const made = await db
    .selectFrom("activities.meetings")
    .select(["subject", "held_on", "participants", "notes", "online"])
    .where("series_id", "is not", null)
    .orderBy("held_on")
    .execute();
  expect(made).toMatchObject([
    { subject: "Point d’équipe", held_on: "2026-04-13", participants: 4, notes: "", online: true },
    { held_on: "2026-04-20" },
  ]);
  const undo = (await site.visit("/gestion/activite?annee=2026")).querySelector("[role=status] form");
  await site.post(undo?.getAttribute("action") ?? "");
  expect(await countMeetings(db)).toBe(2);
  await site.post(undo?.getAttribute("action") ?? "");
  expect((await site.visit("/gestion/activite")).querySelector("[role=status]")?.textContent).toContain(
    "rien n’a changé",
  );
});

test.for([
  [{ participants: "-1", "dates[]": "2026-04-13" }, "en chiffres"],
  [{ participants: "2" }, "Cochez au moins une date"],
  [{ participants: "2", "dates[]": "2199-01-01" }, "un an à l’avance"],
] as const)("%j is refused, in words", async ([fields, message], { db }) => {
  const id = await aMeeting(db);
  const site = await openSite(db, "animatrice");
  const sent = await site.post(path, { modele: String(id), ...fields });
  expect(sent.status).toBe(422);
  const page = await sent.page();
  if ("dates[]" in fields) expect(page.querySelector("#erreurs")?.textContent).toContain(message);
  expect(await countMeetings(db)).toBe(1);
});

test("an end that is no date, or is before, is said; a stranger sees nothing", async ({ db }) => {
  const id = await aMeeting(db);
  const site = await openSite(db, "animatrice");
  for (const jusqu of ["bient%C3%B4t", "1%2F1%2F20"])
    expect(
      (await site.visit(`${path}?modele=${id}&jusqu=${jusqu}`)).querySelector(".error")?.textContent,
    ).toContain("Donnez une date après");
  await site.visit(path, { status: 404 });
  expect((await (await openSite(db)).post(path, {})).to).toContain("/connexion");
  expect((await (await openSite(db, "membre")).post(path, {})).status).toBe(403);
  expect((await site.post(path, {})).status).toBe(404);
});
