import { sql } from "kysely";
import { expect, test } from "vitest";
import { addOrganisations, changeFields } from "#domains/directory/index.ts";
import { connect, system } from "#platform/db/index.ts";
import { noon, openedCampaign } from "#test/census.ts";
import { ownDatabase } from "#test/own-database.ts";
import { rememberedJobs } from "#test/services.ts";
import { testConfig } from "#test/site.ts";
import { writeDueLetters } from "./commands.ts";

test("killed in the middle of the letters, nobody is written to twice and nobody is forgotten", async () => {
  await using own = await ownDatabase();
  const names = Array.from({ length: 23 }, (_, n) => ({ name: `Association ${n}` }));
  const ids = await addOrganisations(own.db, system, names);
  for (const [n, id] of ids.entries())
    await changeFields(own.db, system, id, { email: `a${n}@exemple.fr` }, { source: { source: "staff" } });
  await openedCampaign(own.db);

  // Each run of the job has a connection of its own, that the server cuts at the letter of this rank: what a kill leaves.
  for (const fatal of [8, 3, 11]) {
    const { db } = connect(own.url, 1);
    const jobs = rememberedJobs();
    const enqueue = jobs.enqueue;
    jobs.enqueue = async (db, name, data) => {
      await enqueue(db, name, data);
      if (jobs.asked.length === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    };
    await expect(writeDueLetters({ db, config: testConfig, jobs }, noon, { size: 5 })).rejects.toThrow();
    await db.destroy();
  }
  const halfway = await own.db.selectFrom("platform.letters").select("id").execute();
  expect(halfway.length).toBeGreaterThan(5);
  expect(halfway.length).toBeLessThan(25);

  const jobs = rememberedJobs();
  await writeDueLetters({ db: own.db, config: testConfig, jobs }, noon, { size: 5 });
  const letters = await own.db.selectFrom("platform.letters").select("recipient").execute();
  expect(letters).toHaveLength(25);
  expect(new Set(letters.map(({ recipient }) => recipient)).size).toBe(25);
  const { rows } = await sql<{ unsent: number }>`
    select count(*) as unsent from census.invitations where email is not null and last_rank <> 0`.execute(
    own.db,
  );
  expect(rows[0]?.unsent).toBe(0);
});

test("two runs at once share the letters and write none twice", async () => {
  await using own = await ownDatabase();
  const names = Array.from({ length: 40 }, (_, n) => ({ name: `Association ${n}` }));
  const ids = await addOrganisations(own.db, system, names);
  for (const [n, id] of ids.entries())
    await changeFields(own.db, system, id, { email: `a${n}@exemple.fr` }, { source: { source: "staff" } });
  await openedCampaign(own.db);
  const run = () =>
    writeDueLetters({ db: own.db, config: testConfig, jobs: rememberedJobs() }, noon, { size: 3 });
  await Promise.all([run(), run(), run()]);
  await run(); // what one held when another looked
  const letters = await own.db.selectFrom("platform.letters").select("recipient").execute();
  expect(letters).toHaveLength(42);
  expect(new Set(letters.map(({ recipient }) => recipient)).size).toBe(42);
});
