import { sql } from "kysely";
import { expect, test as plain } from "vitest";
import { connect, type Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aMeeting, typeNamed } from "#test/meetings.ts";
import { ownDatabase } from "#test/own-database.ts";
import { openSession } from "#test/personas.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { logMeeting } from "../commands.ts";
import { writeReminders } from "./commands.ts";
import { missingWeeks, mondayOf } from "./rules.ts";

/** A Friday, at half past eight in Paris. */
const friday = new Date("2026-03-27T07:30:00Z");
const nextFriday = new Date("2026-04-03T06:30:00Z");
const letters = (db: Db) =>
  db.selectFrom("platform.letters").select(["recipient", "subject", "text"]).orderBy("id").execute();
const post = (db: Db) => ({ db, config: testConfig, jobs: rememberedJobs() });

plain.each([
  ["nothing was ever logged: nothing is missed", null, [], []],
  ["each week has its meeting", "2026-01-05", ["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16"], []],
  ["a hole", "2026-01-05", ["2026-02-23", "2026-03-02", "2026-03-16"], ["2026-03-09"]],
  ["someone who came two weeks ago", "2026-03-12", ["2026-03-09"], ["2026-03-16"]],
] as const)("%s", (_, firstOn, weeks, missing) => {
  expect(missingWeeks({ firstOn, weeks: [...weeks] }, "2026-03-27")).toEqual(missing);
});

plain("the week of Christmas is not asked about; a week begins on Monday", () => {
  const weeks = missingWeeks({ firstOn: "2026-01-01", weeks: [] }, "2027-01-08");
  expect(weeks).toEqual(["2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28"]);
  const may = missingWeeks({ firstOn: "2024-01-01", weeks: [] }, "2024-05-17");
  expect(may, "8, 9 May and their week of three days worked").toContain("2024-05-06");
  expect(mondayOf("2026-03-29")).toBe("2026-03-23");
  expect(mondayOf("2026-03-23")).toBe("2026-03-23");
});

async function logged(db: Db, accountId: string, heldOn: string, facts = {}) {
  const typeId = await typeNamed(db, "Réunion de réseau");
  return logMeeting(
    db,
    { accountId, requestId: null },
    {
      ...{ subject: "Point", typeId, heldOn, durationMinutes: 60, participants: 3, online: true },
      ...{ places: [], organisations: [{ typed: "Adice", organisationId: null }], notes: "" },
      ...facts,
    },
  );
}

test("on Friday, one letter to each of those who miss something; none to the others, nor twice", async ({
  db,
}) => {
  const { userId } = await openSession(db, "animatrice");
  await openSession(db, "administrateur");
  await openSession(db, "membre");
  for (const day of ["2026-02-24", "2026-03-03", "2026-03-17"]) await logged(db, userId, day);
  await logged(db, userId, "2026-03-24", { subject: "Visite sans nom", organisations: [], participants: 0 });
  await db
    .insertInto("activities.calendar_entries")
    .values({ user_id: userId, uid: "a", starts_at: friday, duration_minutes: 60, subject: "À noter" })
    .execute();
  expect(await writeReminders(post(db), friday)).toBe(1);
  expect(await writeReminders(post(db), new Date("2026-03-28T10:00:00Z")), "the same week").toBe(0);
  const [letter, ...others] = await letters(db);
  expect(others).toEqual([]);
  const text = letter?.text.replace(/\s/g, " ") ?? "";
  expect(letter?.recipient).toBe("animatrice@exemple.fr");
  expect(text).toContain("1 réunion de vos agendas attend");
  expect(text).toContain("celle du 9 mars 2026");
  expect(text).toContain("« Visite sans nom » du 24 mars 2026 (aucun participant, aucune organisation)");
  expect(await writeReminders(post(db), nextFriday)).toBe(1);
});

test("nothing is missing: nothing is written; one who wants none gets none", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  for (const day of ["2026-02-24", "2026-03-03", "2026-03-10", "2026-03-17"])
    await logged(db, site.userId ?? "", day);
  expect(await writeReminders(post(db), friday)).toBe(0);
  await logged(db, site.userId ?? "", "2026-03-25", { organisations: [] });
  await site.post("/gestion/activite/rappel", { voulu: "non" });
  expect((await site.visit("/gestion/activite/agendas")).querySelector("main")?.textContent).toContain(
    "Recevoir ce rappel",
  );
  expect(await writeReminders(post(db), friday)).toBe(0);
  await site.post("/gestion/activite/rappel", { voulu: "oui" });
  expect(await writeReminders(post(db), friday)).toBe(1);
});

test("a colleague who was present has their week filled", async ({ db }) => {
  const { userId } = await openSession(db, "animatrice");
  for (const day of ["2026-02-24", "2026-03-03", "2026-03-10"]) await logged(db, userId, day);
  await aMeeting(db, { heldOn: "2026-03-18", staff: [userId] });
  expect(await writeReminders(post(db), friday)).toBe(0);
});

plain("killed in the middle, nobody is written to twice and nobody is forgotten", async () => {
  await using own = await ownDatabase();
  const { rows } = await sql<{ id: string }>`
    insert into accounts.users (name, email, email_verified)
    select 'Agent ' || n, 'agent' || n || '@exemple.fr', true from generate_series(1, 8) n returning id`.execute(
    own.db,
  );
  for (const { id } of rows) {
    await own.db.insertInto("accounts.roles").values({ user_id: id, role: "officer" }).execute();
    await own.db
      .insertInto("activities.calendar_entries")
      .values({ user_id: id, uid: "a", starts_at: friday, duration_minutes: 60, subject: "À noter" })
      .execute();
  }
  for (const fatal of [3, 2]) {
    const { db } = connect(own.url, 1);
    const jobs = rememberedJobs();
    const enqueue = jobs.enqueue;
    jobs.enqueue = async (db, name, data) => {
      await enqueue(db, name, data);
      if (jobs.asked.length === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    };
    await expect(writeReminders({ ...post(db), jobs }, friday)).rejects.toThrow();
    await db.destroy();
  }
  const again = () => writeReminders({ ...post(own.db), jobs: rememberedJobs() }, friday);
  await Promise.all([again(), again()]);
  const written = await letters(own.db);
  expect(written).toHaveLength(8);
  expect(new Set(written.map(({ recipient }) => recipient)).size).toBe(8);
});
