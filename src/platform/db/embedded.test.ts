import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbedded } from "./embedded.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-embedded-"));
  await chmod(folder, 0o711);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function ask(url: string, question: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  return client.query(question).finally(() => client.end());
}

const postmaster = async (home: string) =>
  Number((await readFile(join(home, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);

const gone = (pid: number) => expect.poll(() => spawnSync("kill", ["-0", String(pid)]).status).toBe(1);

test("two starts at once give one server, which the last to leave stops", { timeout: 60_000 }, async () => {
  const [one, other] = await Promise.all([startEmbedded(folder), startEmbedded(folder)]);
  expect([one.owned, other.owned].sort()).toEqual([false, true]);
  expect(one.url).toBe(other.url);
  await ask(one.url, "create table kept (n int)");
  await one.stop();
  expect((await ask(other.url, "select from kept")).rows).toEqual([]);
  const pid = await postmaster(folder);
  await other.stop();
  await gone(pid);
});

test("a server killed in the middle is started again, with what it had acknowledged", {
  timeout: 60_000,
}, async () => {
  const first = await startEmbedded(folder);
  await ask(first.url, "create table kept as select 1 as n");
  process.kill(await postmaster(folder), "SIGKILL");
  const second = await startEmbedded(folder);
  expect(second.url, "whoever knew the address finds it again").toBe(first.url);
  expect((await ask(second.url, "select n from kept")).rows).toEqual([{ n: 1 }]);
  await second.stop();
  await first.stop();
});

test("a server killed under a living process comes back at the same address", {
  timeout: 60_000,
}, async () => {
  const server = await startEmbedded(folder);
  await ask(server.url, "create table kept as select 1 as n");
  process.kill(await postmaster(folder), "SIGKILL");
  await expect
    .poll(
      () =>
        ask(server.url, "select n from kept").then(
          ({ rows }) => rows,
          () => "away",
        ),
      { timeout: 20_000 },
    )
    .toEqual([{ n: 1 }]);
  const pid = await postmaster(folder);
  await server.stop();
  await gone(pid);
});

test("a server that outlived the process which started it is found, used and stopped", {
  timeout: 60_000,
}, async () => {
  const source = new URL("./embedded.ts", import.meta.url).href;
  const script = `const { startEmbedded } = await import(${JSON.stringify(source)});
    await startEmbedded(${JSON.stringify(folder)}); process.kill(process.pid, "SIGKILL");`;
  spawnSync(process.execPath, ["--input-type=module", "-e", script]);
  const pid = await postmaster(folder);
  const found = await startEmbedded(folder);
  expect(found.owned).toBe(false);
  expect((await ask(found.url, "select 1 as n")).rows).toEqual([{ n: 1 }]);
  await found.stop();
  await gone(pid);
});

const asRoot = test.runIf(userInfo().uid === 0);
asRoot(
  "root's own folder stays closed: the data go where PostgreSQL may go",
  { timeout: 60_000 },
  async () => {
    await chmod(folder, 0o700);
    const home = join(folder, "data");
    const server = await startEmbedded(home);
    await ask(server.url, "create table kept as select 1 as n");
    await server.stop();
    const again = await startEmbedded(home);
    expect((await ask(again.url, "select n from kept")).rows).toEqual([{ n: 1 }]);
    await again.stop();
    const place = (await readFile(join(home, "postgres.place"), "utf8")).trim();
    expect(place).toMatch(/^\/var\/lib\/maillage\/data-/);
    await rm(place, { recursive: true });
    await rm(`${place}.txt`);
  },
);
