import { sql } from "kysely";
import { describe, expect } from "vitest";
import { registrations } from "#paths/registrations.ts";
import { system } from "#platform/db/index.ts";
import { findOffenders } from "#platform/invariant.ts";
import { test } from "#test/database.ts";
import { anEvent, letters, listed, person, post, registered } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";
import { cancelEvent, reinstateEvent } from "../events/commands.state.ts";
import { registrationInvariants } from "./invariants.ts";
import { fillEveryPlace } from "./jobs.ts";
import { writeReminders } from "./letters/reminders.ts";
import { writeAnnouncements } from "./letters/write.ts";
import { dueReminder } from "./rules.reminders.ts";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const soon = new Date(now.getTime() + 10 * 60_000);
const subjects = (rows: { recipient: string; subject: string }[]) =>
  rows.map(({ recipient, subject }) => `${recipient.split("@")[0]} ${subject.split(" : ")[0]}`);

describe("the reminder due", () => {
  const first = "2021-06-10";
  test.for([
    ["2021-06-02", undefined],
    ["2021-06-03", { days: 7, confirmedBy: "2021-06-02" }],
    ["2021-06-08", { days: 7, confirmedBy: "2021-06-02" }],
    ["2021-06-09", { days: 1, confirmedBy: "2021-06-08" }],
    ["2021-06-10", undefined],
  ] as const)("on %s", ([today, due]) => {
    expect(dueReminder([7, 1], first, today)).toEqual(due);
  });
});

test("an event cancelled then put back within two minutes is told to nobody; cancelled for good, to all, once", async ({
  db,
}) => {
  const { id } = await anEvent(db, { capacity: 1 });
  await registered(db, id, [person("Awa"), person("Bineta")]);
  await db.deleteFrom("platform.letters").execute();
  const desk = { db, ...post() };
  await cancelEvent(db, system, id, { why: "Salle fermée.", now });
  await reinstateEvent(db, system, id);
  await writeAnnouncements(desk, soon);
  expect(await letters(db)).toEqual([]);
  await cancelEvent(db, system, id, { why: "Salle fermée.", now });
  await writeAnnouncements(desk, soon);
  await writeAnnouncements(desk, soon);
  expect(subjects(await letters(db))).toEqual(["awa Annulé", "bineta Annulé"]);
  expect((await letters(db))[0]?.text).toContain("Salle fermée.");
  await reinstateEvent(db, system, id);
  await writeAnnouncements(desk, soon);
  expect(subjects((await letters(db)).slice(2))).toEqual(["awa Maintenu", "bineta Maintenu"]);
});

test("who registered after the day of a reminder has just been written to, and gets the next one only", async ({
  db,
}) => {
  const { id } = await anEvent(db, { days: [3] });
  await registered(db, id, [person("Awa")], { now: later(-10) });
  await registered(db, id, [person("Bineta")]);
  await db.deleteFrom("platform.letters").execute();
  const desk = { db, ...post() };
  await writeReminders(desk, now);
  expect(subjects(await letters(db))).toEqual(["awa Rappel"]);
  await writeReminders(desk, later(2));
  await writeReminders(desk, later(2));
  expect(subjects(await letters(db)).sort()).toEqual(["awa Rappel", "awa Rappel", "bineta Rappel"]);
});

test("the team reads its letter before it goes, to those who were there, with their certificate; once", async ({
  db,
}) => {
  const { id, sessions } = await anEvent(db, { days: [0, 9] });
  const site = await openSite(db, "animatrice");
  for (const prenom of ["Awa", "Bineta"])
    await site.post(registrations.add(id), {
      prenom,
      nom: "Diop",
      courriel: `${prenom}@exemple.fr`,
      organisation: "",
    });
  const [awa] = await listed(db, id);
  await site.post(registrations.attendance(id), {
    "present[]": [`${awa?.id}-${sessions[0]}`],
    avant: "",
    venus: "",
  });
  await site.visit(`${registrations.letters(id)}?a=present`);
  const letter = { a: "present", objet: "Merci", texte: "Merci d’être venue.", attestation: "oui" };
  const preview = await (await site.post(registrations.letters(id), { ...letter, geste: "apercu" })).page();
  expect(preview.querySelector("#apercu")?.parentElement?.textContent).toContain("Merci d’être venue.");
  expect((await site.post(registrations.letters(id), { ...letter, objet: "" })).status).toBe(422);
  const desk = { db, ...post() };
  for (const _ of [1, 2]) {
    await site.post(registrations.letters(id), { ...letter, geste: "envoi" });
    await writeAnnouncements(desk, soon);
  }
  const written = await letters(db);
  expect(subjects(written)).toEqual(["awa Merci"]);
  expect(written[0]?.text).toMatch(/Télécharger votre attestation[\s\S]*attestation\.pdf/);
  await site.visit(registrations.letters(id));
  await site.post(registrations.letters(id), { a: "all", objet: "Note", texte: "Oups", geste: "envoi" });
  const last = await db
    .selectFrom("agenda.announcements")
    .select("id")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  await site.post(registrations.letterWithdrawal(id, last.id));
  await writeAnnouncements(desk, soon);
  expect(await letters(db)).toHaveLength(1);
});

test("a letter goes without waiting when who wrote it is sure, and once", async ({ db }) => {
  const { id } = await anEvent(db);
  await registered(db, id, [person("Awa")]);
  await db.deleteFrom("platform.letters").execute();
  const site = await openSite(db, "animatrice");
  await site.visit(registrations.letters(id));
  await site.post(registrations.letters(id), {
    a: "all",
    objet: "Salle",
    texte: "Au 2e étage.",
    geste: "envoi",
  });
  const { id: letter } = await db.selectFrom("agenda.announcements").select("id").executeTakeFirstOrThrow();
  const desk = { db, ...post() };
  await writeAnnouncements(desk, new Date());
  expect(await letters(db)).toEqual([]);
  for (const said of ["La lettre part.", "La lettre est déjà partie"]) {
    await site.post(registrations.letterHaste(id, letter));
    expect((await site.visit(registrations.letters(id))).body.textContent).toContain(said);
    await writeAnnouncements(desk, new Date());
    expect(await letters(db)).toHaveLength(1);
  }
});

test("questions are asked by the link of each, and read by the team", async ({ db }) => {
  const { id } = await anEvent(db);
  const site = await openSite(db, "animatrice");
  await site.visit(registrations.questionsAdd(id));
  expect((await site.post(registrations.questionsAdd(id))).to).toBe(registrations.questionsEditor(id));
  await site.visit(registrations.questionsEditor(id));
  await sql`update questionnaires.revisions set published_at = now()`.execute(db);
  await registered(db, id, [person("Awa")]);
  const [letter] = await letters(db);
  const [link = ""] = /\/agenda\/questions\/[\w-]+/.exec(letter?.text ?? "") ?? [];
  await (await openSite(db)).visit(link);
  await site.visit(registrations.questionsResults(id));
  await site.post(registrations.satisfactionAdd(id));
  await sql`update questionnaires.revisions set published_at = now() where published_at is null`.execute(db);
  await site.visit(registrations.satisfactionResults(id));
});

test("a capacity raised calls those who wait, in order; the invariants see what is not so", async ({
  db,
}) => {
  const { id } = await anEvent(db, { capacity: 1 });
  await registered(db, id, [person("Awa"), person("Bineta"), person("Chloé")]);
  await db.updateTable("agenda.events").set({ capacity: 2 }).where("id", "=", id).execute();
  expect((await findOffenders(db, registrationInvariants)).map(({ says }) => says)).toEqual([
    "Personne n’attend tant qu’une place est libre.",
  ]);
  expect(await fillEveryPlace({ db, ...post() }, now)).toBe(1);
  expect((await listed(db, id)).map(({ state }) => state)).toEqual(["confirmed", "confirmed", "waiting"]);
  expect(await findOffenders(db, registrationInvariants)).toEqual([]);
});
