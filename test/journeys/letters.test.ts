import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobs as definitions } from "#app/subscriptions.ts";
import { startEmbedded } from "#platform/db/embedded.ts";
import { connect, type Db } from "#platform/db/index.ts";
import { startJobs } from "#platform/jobs/index.ts";
import { openLog } from "#platform/log.ts";
import { temporaryFolder } from "../folder.ts";
import { dayFrom } from "../registrations.ts";
import { memoryFiles } from "../services.ts";
import { testConfig } from "../site.ts";

const people = 60;
let folder = "";
beforeAll(async () => {
  folder = await temporaryFolder("letters");
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A mail server on this machine: what it took, and what it does then. */
async function openPost(onLetter: (count: number) => void) {
  const taken: string[] = [];
  const read = async (stream: SMTPServerDataStream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const letter = Buffer.concat(chunks).toString();
    taken.push(`${/^To: (.*)$/m.exec(letter)?.[1]} ${/^Subject: (.*)$/m.exec(letter)?.[1]}`);
    onLetter(taken.length);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => void read(stream).then(() => done()),
  });
  server.on("error", () => {}); // a killed process hangs up without a word
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as { port: number };
  return {
    taken,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** People with a place at an event of this day, registered a week ago. */
async function anEventOf(db: Db, title: string, days: number) {
  const { id } = await db
    .insertInto("agenda.events")
    .values({ title, visibility: "listed", registration: "here", training: true, reminder_days: [3] })
    .returning("id")
    .executeTakeFirstOrThrow();
  const session = await db
    .insertInto("agenda.sessions")
    .values({ event_id: id, starts_on: dayFrom(days), duration_minutes: 180, place: "Lille" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const confirmed_at = new Date(Date.now() - 7 * 86_400_000);
  const rows = await db
    .insertInto("agenda.registrations")
    .values(
      Array.from({ length: people }, (_, n) => ({
        ...{ event_id: id, person_key: `k${n}`, source: "form", state: "confirmed", confirmed_at },
        ...{ given_name: `P${n}`, family_name: "Essai", email: `p${n}@exemple.invalid` },
      })),
    )
    .returning("id")
    .execute();
  return { id, session: session.id, registrations: rows.map((row) => row.id) };
}

test("killed while certificates and reminders are written and sent: nobody is lost, nobody is written to twice", async () => {
  const server = await startEmbedded(join(folder, "data"));
  let serving: ChildProcess | undefined;
  const post = await openPost((count) => {
    if (count === 25 || count === 70) serving?.kill("SIGKILL");
  });
  const run = (...words: string[]) =>
    spawn(process.execPath, ["dist/server/maillage.js", ...words], {
      env: {
        ...process.env,
        ...{
          DATABASE_URL: server.url,
          DATA_DIR: join(folder, "data"),
          BASE_URL: "http://localhost",
          PORT: "0",
        },
        ...{ SECRET: "un secret assez long pour la règle, de test", LOG_LEVEL: "error" },
        ...{ SMTP_URL: post.url, MAIL_FROM: "Le réseau <reseau@exemple.invalid>" },
      },
      stdio: ["ignore", "inherit", "inherit"],
    });
  expect(await once(run("migrate"), "exit")).toEqual([0, null]);
  const { db } = connect(server.url, 2);
  const held = await anEventOf(db, "Formation tenue", 0);
  await anEventOf(db, "Formation à venir", 3);
  await db
    .insertInto("agenda.attendances")
    .values(
      held.registrations.map((registration_id) => ({
        registration_id,
        session_id: held.session,
        state: "present",
      })),
    )
    .execute();
  await db
    .insertInto("agenda.announcements")
    .values({
      event_id: held.id,
      kind: "thanks",
      audience: "present",
      subject: "Merci",
      text: "Merci.",
      certificate: true,
    })
    .execute();
  const services = {
    config: testConfig,
    db,
    replica: db,
    log: openLog("silent"),
    files: memoryFiles(),
    criteria: [],
  };
  const jobs = await startJobs(server.url, definitions, services, { work: false });
  await jobs.enqueue(db, "agenda.letters", {});
  await jobs.enqueue(db, "agenda.reminders", {});

  const letters = () => db.selectFrom("platform.letters").select(["recipient", "subject", "state"]).execute();
  const isDone = async () => {
    const rows = await letters();
    return rows.length >= 2 * people && rows.every(({ state }) => state === "sent" || state === "failed");
  };
  // Killed as the first letters are written, then twice as they are handed over.
  let kills = 0;
  for (const until = Date.now() + 240_000; Date.now() < until && !(await isDone()); ) {
    if (!serving || serving.signalCode) {
      if (serving) kills++;
      serving = run("serve");
    }
    if (kills === 0 && (await letters()).length > 0) serving.kill("SIGKILL");
    await new Promise((done) => setTimeout(done, 50));
  }
  if (serving?.exitCode === null && !serving.signalCode) {
    const gone = once(serving, "exit");
    serving.kill("SIGTERM");
    await gone;
  }

  const rows = await letters();
  const named = rows.map(({ recipient, subject }) => `${recipient} ${subject}`);
  expect(kills).toBe(3);
  expect(rows, "one letter each, of each kind").toHaveLength(2 * people);
  expect(new Set(named).size, "nobody twice").toBe(2 * people);
  expect(new Set(post.taken).size, "the mail server saw none twice").toBe(post.taken.length);
  // What was cut without an answer is shown to the team, never sent again by itself: nobody is lost in silence.
  const shown = rows.filter(({ state }) => state === "failed").length;
  expect(shown).toBeLessThanOrEqual(kills);
  expect(post.taken.length + shown).toBeGreaterThanOrEqual(2 * people);
  const certificates = await db.selectFrom("agenda.certificates").select("registration_id").execute();
  expect(new Set(certificates.map((one) => one.registration_id)).size).toBe(people);
  expect(certificates).toHaveLength(people);
  const left = await db
    .selectFrom("agenda.announcements")
    .select("id")
    .where("done_at", "is", null)
    .execute();
  expect(left).toEqual([]);
  await jobs.stop();
  await db.destroy();
  await post.close();
  await server.stop();
}, 300_000);
