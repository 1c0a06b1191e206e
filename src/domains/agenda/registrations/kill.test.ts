import { sql } from "kysely";
import { expect, test } from "vitest";
import { connect, system } from "#platform/db/index.ts";
import { findOffenders } from "#platform/invariant.ts";
import { sendLetter } from "#test/letters.ts";
import { openMailServer } from "#test/mail-server.ts";
import { ownDatabase } from "#test/own-database.ts";
import { anEvent, letters, listed, person, post, registered } from "#test/registrations.ts";
import { rememberedJobs } from "#test/services.ts";
import { testConfig } from "#test/site.ts";
import { cancelEvent, reinstateEvent } from "../events/commands.state.ts";
import { cancelRegistration } from "./commands.cancel.ts";
import { registrationInvariants } from "./invariants.ts";
import { fillEveryPlace } from "./jobs.ts";
import { writeReminders } from "./letters/reminders.ts";
import { writeAnnouncements } from "./letters/write.ts";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const soon = new Date(now.getTime() + 10 * 60_000);

test("killed between a place given and its letter: nobody is lost, nobody is written to twice", async () => {
  await using own = await ownDatabase();
  const { id: eventId } = await anEvent(own.db, { capacity: 2 });
  await registered(own.db, eventId, [person("Awa"), person("Bineta"), person("Chloé"), person("David")]);
  const [awa, bineta] = await listed(own.db, eventId);

  // The server cuts the connection as the letter of the second is handed over: what a kill leaves.
  for (const fatal of [1, 2]) {
    const { db } = connect(own.url, 1);
    const jobs = rememberedJobs();
    jobs.enqueue = async (db, name, data) => {
      jobs.asked.push({ name, data });
      if (jobs.asked.length === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    };
    const asked = { id: awa?.id ?? 0, eventId, by: "person" as const };
    await expect(cancelRegistration(db, system, { config: testConfig, jobs }, asked, now)).rejects.toThrow();
    await db.destroy();
    expect((await listed(own.db, eventId)).map(({ state }) => state)).toEqual([
      "confirmed",
      "confirmed",
      "waiting",
      "waiting",
    ]);
  }
  for (const one of [awa, bineta])
    await cancelRegistration(own.db, system, post(), { id: one?.id ?? 0, eventId, by: "person" }, now);
  expect(await fillEveryPlace({ db: own.db, ...post() }, now)).toBe(0);
  expect(await findOffenders(own.db, registrationInvariants)).toEqual([]);

  // Then a real conversation with a mail server, each job run twice.
  await using server = await openMailServer();
  const ids = await own.db.selectFrom("platform.letters").select("id").orderBy("id").execute();
  for (const { id } of [...ids, ...ids]) await sendLetter(own.db, id, server.url);
  const written = await letters(own.db);
  expect(server.taken.toSorted()).toEqual(written.map(({ recipient }) => recipient).toSorted());
  expect(written.filter(({ subject }) => subject.startsWith("Une place"))).toHaveLength(2);
});

test("reminders and news killed in the middle reach everyone once", async () => {
  await using own = await ownDatabase();
  const { id: eventId } = await anEvent(own.db, { days: [7] });
  await registered(
    own.db,
    eventId,
    Array.from({ length: 20 }, (_, n) => person(`p${n}`)),
    { now: later(-3) },
  );
  await own.db.deleteFrom("platform.letters").execute();
  await cancelEvent(own.db, system, eventId, { why: "Grève.", now });
  const runs = [
    (desk: Parameters<typeof writeReminders>[0]) => writeReminders(desk, now, { size: 4 }),
    (desk: Parameters<typeof writeReminders>[0]) => writeAnnouncements(desk, soon, { size: 4 }),
  ];
  for (const [index, run] of runs.entries()) {
    if (index === 0) await reinstateEvent(own.db, system, eventId);
    else await cancelEvent(own.db, system, eventId, { why: "Grève.", now });
    for (const fatal of [6, 3]) {
      const { db } = connect(own.url, 1);
      const jobs = rememberedJobs();
      jobs.enqueue = async (db, name, data) => {
        jobs.asked.push({ name, data });
        if (jobs.asked.length === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
      };
      await expect(run({ db, config: testConfig, jobs })).rejects.toThrow();
      await db.destroy();
    }
    const desk = { db: own.db, config: testConfig, jobs: rememberedJobs() };
    await Promise.all([run(desk), run(desk)]);
    await run(desk);
    const written = await letters(own.db);
    expect(written).toHaveLength(20 * (index + 1));
    expect(new Set(written.slice(20 * index).map(({ recipient }) => recipient)).size).toBe(20);
  }
  expect((await letters(own.db)).at(-1)?.subject).toBe("Annulé : Monter un projet au Mali");
});
