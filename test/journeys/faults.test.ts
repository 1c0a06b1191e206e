import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "#platform/db/embedded.ts";
import { connect, type Db } from "#platform/db/index.ts";
import { temporaryFolder } from "../folder.ts";

const count = 15_000;
let folder = "";
beforeAll(async () => {
  folder = await temporaryFolder("faults");
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const run = (...words: string[]) =>
  spawn(process.execPath, ["dist/server/maillage.js", ...words], {
    env: {
      ...process.env,
      DATA_DIR: join(folder, "data"),
      BASE_URL: "http://localhost",
      SECRET: "un secret assez long pour la règle, de test",
      PORT: "0",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });

/** Asks the database of the folder, which this starts when nothing runs there. */
async function asking<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
  const server = await startEmbedded(join(folder, "data"));
  const { db } = connect(server.url, 1);
  try {
    return await work(db);
  } finally {
    await db.destroy();
    await server.stop();
  }
}

const meetings = () =>
  asking(async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from activities.meetings`.execute(db);
    return rows[0]?.n ?? 0;
  });

const state = (db: Db) =>
  sql<{ state: string }>`select state from imports.imports order by id desc limit 1`
    .execute(db)
    .then(({ rows }) => rows[0]?.state);

async function postmaster(): Promise<number> {
  const place = await readFile(join(folder, "data/postgres.place"), "utf8").catch(() => "");
  const data = place.trim() || join(folder, "data/postgres");
  return Number((await readFile(join(data, "postmaster.pid"), "utf8")).split("\n")[0]);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

test("server and database killed in the middle of an import: nothing half done, and the import ends", async () => {
  const lines = Array.from(
    { length: count },
    (_, n) => `Réunion ${n},Formation,Lille,${(n % 28) + 1}/3/2021,"1,5",${n % 40}`,
  );
  const file = join(folder, "reunions.csv");
  await writeFile(
    file,
    ["Sujet,Type de réunion,Localisation,Date,Durée,Nombre de participants", ...lines].join("\n"),
  );
  expect(await once(run("migrate"), "exit")).toEqual([0, null]);

  const importing = run("import", file, "--genre", "meetings");
  await asking(async (db) => {
    await expect.poll(() => state(db), { timeout: 90_000, interval: 20 }).toBe("running");
  });
  await new Promise((done) => setTimeout(done, 300));
  process.kill(await postmaster(), "SIGKILL");
  await stop(importing, "SIGKILL");
  expect([0, count]).toContain(await meetings());

  const serving = run("serve");
  await asking(async (db) => {
    await expect.poll(() => state(db), { timeout: 100_000, interval: 200 }).toBe("done");
  });
  await stop(serving, "SIGTERM");
  expect(await meetings()).toBe(count);
}, 240_000);
