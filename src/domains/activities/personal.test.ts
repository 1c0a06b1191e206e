import { expect } from "vitest";
import { addPerson } from "#domains/directory/index.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aMeeting } from "#test/meetings.ts";
import { openSession } from "#test/personas.ts";
import { memoryFiles } from "#test/services.ts";
import { forgetMet, meetingsPart } from "./personal.ts";

const met = (db: Db) =>
  db.selectFrom("activities.meeting_people").select(["typed", "email", "person_id"]).orderBy("id").execute();

test("someone met is given all that names them, and is erased from it, the change log too", async ({
  db,
}) => {
  const { userId } = await openSession(db, "animatrice");
  const personId = await addPerson(db, system, { given_name: "Codjo", family_name: "Agbo" });
  await aMeeting(db, {
    people: [
      { typed: "Codjo Agbo", personId },
      { typed: "C. AGBO", personId: null, email: "codjo@exemple.bj" },
      { typed: "Codjo AGBO", personId: null },
      { typed: "Paule Dupont", personId: null },
    ],
  });
  const people = [
    { name: "Codjo", email: "CODJO@exemple.bj", personId: null },
    { name: "Paule", email: "p@exemple.fr", personId: null },
  ];
  await db
    .insertInto("activities.calendar_entries")
    .values({
      user_id: userId,
      uid: "a",
      starts_at: new Date(),
      duration_minutes: 60,
      subject: "Point",
      facts: JSON.stringify({ people }),
    })
    .execute();
  const subject = { personId, userId: null, emails: ["codjo@exemple.bj"], names: ["Codjo Agbo"] };
  const sections = await meetingsPart.read(db, subject);
  expect(sections[0]?.rows.length).toBe(3);
  const foreseen = await meetingsPart.foresee(db, subject);
  expect(foreseen.map(({ count }) => count)).toEqual([3, 1]);
  await meetingsPart.erase(db, subject, { author: system, now: new Date(), files: memoryFiles() });
  expect((await met(db)).map(({ typed }) => typed)).toEqual(["Paule Dupont"]);
  const log = await db
    .selectFrom("platform.changes")
    .select(["before", "after"])
    .where("table_name", "=", "activities.meeting_people")
    .execute();
  expect(JSON.stringify(log)).not.toContain("Agbo");
  expect(JSON.stringify(log)).toContain("Dupont");
  const entry = await db.selectFrom("activities.calendar_entries").select("facts").executeTakeFirstOrThrow();
  expect(JSON.stringify(entry.facts)).not.toContain("codjo");
});

test("one of the team is given their calendars without the address, and takes them away", async ({ db }) => {
  const { userId } = await openSession(db, "animatrice");
  await aMeeting(db, { staff: [userId] });
  await db
    .insertInto("activities.calendars")
    .values({ user_id: userId, name: "Travail", secret: "https://agenda.exemple.fr/abc.ics" })
    .execute();
  const subject = { personId: null, userId, emails: [], names: [] };
  const said = JSON.stringify(await meetingsPart.read(db, subject));
  expect(said).toContain("agenda.exemple.fr");
  expect(said).not.toContain("abc.ics");
  await meetingsPart.erase(db, subject, { author: system, now: new Date(), files: memoryFiles() });
  expect(await db.selectFrom("activities.calendars").select("id").execute()).toEqual([]);
  expect((await meetingsPart.foresee(db, subject)).filter(({ count }) => count > 0)).toMatchObject([
    { outcome: "kept", count: 1 },
  ]);
});

test("names that no card took are forgotten after three years, addresses after one", async ({ db }) => {
  const personId = await addPerson(db, system, { given_name: "Codjo", family_name: "Agbo" });
  const people = [
    { typed: "Inconnue", personId: null, email: "i@exemple.fr" },
    { typed: "Codjo Agbo", personId },
  ];
  await aMeeting(db, { heldOn: "2022-01-10", people });
  await aMeeting(db, { heldOn: "2024-06-10", people });
  await forgetMet(db, new Date("2026-03-01T03:00:00Z"));
  expect(await met(db)).toEqual([
    { typed: "Codjo Agbo", email: "", person_id: personId },
    { typed: "Inconnue", email: "", person_id: null },
    { typed: "Codjo Agbo", email: "", person_id: personId },
  ]);
});
