import { expect, test } from "vitest";
import { inTransaction, system } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import { ownDatabase } from "#test/own-database.ts";
import { memoryFiles } from "#test/services.ts";
import { testConfig } from "#test/site.ts";
import { type JobDefinition, type Jobs, startJobs } from "./index.ts";

type Own = Awaited<ReturnType<typeof ownDatabase>>;

const servicesOn = (db: Own["db"]) => ({
  config: testConfig,
  db,
  replica: db,
  log: openLog("silent"),
  files: memoryFiles(),
  criteria: [],
});

const start = ({ url, db }: Own, definitions: readonly JobDefinition[], work = true): Promise<Jobs> =>
  startJobs(url, definitions, servicesOn(db), { work });

const until = (question: () => unknown) => expect.poll(question, { timeout: 15_000, interval: 50 });

test("a job asked for in a transaction is done once it is committed, and never when it is rolled back", async () => {
  await using own = await ownDatabase();
  const done: unknown[] = [];
  const jobs = await start(own, [
    { name: "note", label: "Noter", run: async (_, { what }) => void done.push(what) },
  ]);
  await inTransaction(own.db, system, async (db) => {
    await jobs.enqueue(db, "note", { what: "lost" });
    throw new Error("changed my mind");
  }).catch(() => {});
  await inTransaction(own.db, system, (db) => jobs.enqueue(db, "note", { what: "kept" }));
  await until(() => done).toEqual(["kept"]);
  expect(await jobs.list({ limit: 10, offset: 0 })).toMatchObject({ total: 1, rows: [{ label: "Noter" }] });
  await jobs.stop();
});

test("while a job of a key waits or runs, another of that key is not added", async () => {
  await using own = await ownDatabase();
  const jobs = await start(own, [{ name: "note", label: "Noter", run: async () => {} }], false);
  for (const key of ["a", "a", "b"]) await jobs.enqueue(own.db, "note", {}, { key });
  await jobs.enqueue(own.db, "note", {});
  await jobs.enqueue(own.db, "note", {});
  expect(await jobs.count()).toEqual({ waiting: 4, running: 0, done: 0, failed: 0 });
  await jobs.stop();
});

test("a job that fails is tried again, then shown with its reason, and goes back in the queue when asked", async () => {
  await using own = await ownDatabase();
  let broken = true;
  const definition = {
    name: "write",
    label: "Écrire",
    retries: 0,
    run: async () => {
      if (broken) throw new Error("Le disque est plein.");
    },
  };
  const jobs = await start(own, [definition]);
  await jobs.enqueue(own.db, "write", {});
  await until(async () => (await jobs.count()).failed).toBe(1);
  const [job] = (await jobs.list({ state: "failed", limit: 1, offset: 0 })).rows;
  expect(job).toMatchObject({ label: "Écrire", reason: "Le disque est plein.", attempts: 1 });
  broken = false;
  expect(await jobs.retry(job?.id ?? "")).toBe(true);
  await until(async () => (await jobs.count()).done).toBe(1);
  expect(await jobs.retry(job?.id ?? "")).toBe(false);
  await jobs.stop();
});

test("two processes serve the same queues, and each job is done once", async () => {
  await using own = await ownDatabase();
  const done: unknown[] = [];
  const definition = {
    name: "note",
    label: "Noter",
    run: async (_: unknown, { number }: Record<string, unknown>) => void done.push(number),
  };
  const [one, other] = [await start(own, [definition]), await start(own, [definition])];
  for (let number = 0; number < 20; number++) await one.enqueue(own.db, "note", { number });
  await until(() => done.length).toBe(20);
  expect(new Set(done).size).toBe(20);
  await Promise.all([one.stop(), other.stop()]);
});

test("what starts by itself says when it starts next, in Paris time", async () => {
  await using own = await ownDatabase();
  const jobs = await start(own, [
    { name: "clean", label: "Ranger", cron: "20 3 * * *", run: async () => {} },
  ]);
  const [schedule] = await jobs.schedules();
  const hour = new Intl.DateTimeFormat("fr-FR", { timeStyle: "short", timeZone: "Europe/Paris" });
  expect(hour.format(schedule?.next_at ?? 0)).toBe("03:20");
  await jobs.stop();
});

test("a job that nobody declared is refused at once", async () => {
  await using own = await ownDatabase();
  const jobs = await start(own, [], false);
  await expect(jobs.enqueue(own.db, "unknown", {})).rejects.toThrow("unknown");
  await jobs.stop();
});
