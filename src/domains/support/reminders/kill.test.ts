import { sql } from "kysely";
import { expect, test } from "vitest";
import { connect, type Db } from "#platform/db/index.ts";
import { sendLetter } from "#test/letters.ts";
import { openMailServer } from "#test/mail-server.ts";
import { ownDatabase } from "#test/own-database.ts";
import { openPostfix, postfixIsHere } from "#test/postfix.ts";
import { rememberedJobs } from "#test/services.ts";
import { testConfig } from "#test/site.ts";
import { aCourse } from "#test/support.ts";
import { remindOfTomorrow } from "../appointments/commands.reminders.ts";
import { writeDigests } from "./commands.ts";

const people = 12;
const monday = new Date("2026-03-09T10:00:00Z");

/** Officers, each with a course where nothing happens and someone who comes tomorrow. */
async function anOffice(db: Db) {
  const { rows } = await sql<{ id: string }>`
    insert into accounts.users (name, email, email_verified)
    select 'Agent ' || n, 'agent' || n || '@exemple.fr', true from generate_series(1, ${people}) n returning id`.execute(
    db,
  );
  for (const { id } of rows) await aCourse(db, { referentId: id }, { now: new Date("2026-01-05T10:00:00Z") });
  await sql`
    with host as (
      insert into support.hosts (account_id, slug, name)
      select id, 'agent-' || row_number() over (), name from accounts.users where name like 'Agent %' returning id
    )
    insert into support.appointments (host_id, starts_at, ends_at, mode, subject, name, email, created_at)
    select id, '2026-03-10T09:00:00Z', '2026-03-10T09:30:00Z', 'phone', 'Un point', 'Fatou', 'fatou' || id || '@exemple.fr',
           '2026-03-01T09:00:00Z' from host`.execute(db);
}

type Run = (post: Pick<Parameters<typeof writeDigests>[0], "db" | "config" | "jobs">) => Promise<number>;

test.for<[string, Run]>([
  ["reminders of appointments", (post) => remindOfTomorrow(post, monday, { size: 5 })],
  ["digests of the week", (post) => writeDigests(post, monday)],
])("%s killed in the middle reach everyone once, by a real conversation", async ([, run]) => {
  await using own = await ownDatabase();
  await anOffice(own.db);
  // The server cuts the connection as the letter of this rank is handed over: what a kill leaves.
  for (const fatal of [7, 2]) {
    const { db } = connect(own.url, 1);
    const jobs = rememberedJobs();
    const enqueue = jobs.enqueue;
    jobs.enqueue = async (db, name, data) => {
      await enqueue(db, name, data);
      if (jobs.asked.length === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    };
    await expect(run({ db, config: testConfig, jobs })).rejects.toThrow();
    await db.destroy();
  }
  const halfway = await own.db.selectFrom("platform.letters").select("id").execute();
  expect(halfway.length).toBeGreaterThan(0);
  expect(halfway.length).toBeLessThan(people);
  const again = () => run({ db: own.db, config: testConfig, jobs: rememberedJobs() });
  await Promise.all([again(), again()]);
  await again();

  const letters = await own.db.selectFrom("platform.letters").select("id").orderBy("id").execute();
  const send = async (url: string) => {
    for (const { id } of [...letters, ...letters]) await sendLetter(own.db, id, url);
  };
  const came = await (postfixIsHere ? byPostfix(send) : byServer(send));
  expect(came).toHaveLength(people);
  expect(new Set(came).size).toBe(people);
});

/** To whom letters came, through Debian's Postfix. */
async function byPostfix(send: (url: string) => Promise<void>) {
  await using postfix = await openPostfix();
  await send(postfix.url);
  const letters = await postfix.letters(people);
  return letters.map((letter) => /^To: (.+)$/m.exec(letter)?.[1]);
}

/** The same, through a mail server of ours where it is not installed. */
async function byServer(send: (url: string) => Promise<void>) {
  await using server = await openMailServer();
  await send(server.url);
  return server.taken;
}
