import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Db, system } from "#platform/db/index.ts";
import { migrate } from "#platform/db/migrate.ts";
import { openFolder } from "#platform/files/folder.ts";
import { openFiles } from "#platform/files/index.ts";
import { ownDatabase } from "#test/own-database.ts";
import { restoreBackup, takeBackup } from "./index.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-backup-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every row of every table, as text: two databases with the same rows give the same. */
async function everyRow(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'public', 'pgboss', 'migrations')
    order by 1`.execute(db);
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`
      select count(*) || ' rows, ' || coalesce(md5(string_agg(row::text, chr(10) order by row::text)), '') as line
      from ${sql.raw(name)} row`.execute(db);
    sums[name] = rows[0]?.line ?? "";
  }
  return sums;
}

/** Some of everything: a watched change, odd text, a file, a self-referring list, what is frozen. */
async function fill(db: Db, store: ReturnType<typeof openFolder>) {
  const user = await db
    .insertInto("accounts.users")
    .values({ name: "Aminata\tN’Diaye\\\n« é »", email: "aminata@exemple.fr" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.insertInto("accounts.roles").values({ user_id: user.id, role: "officer" }).execute();
  await db
    .insertInto("directory.organisations")
    .values([{ name: "Amitié Lille-Saint-Louis" }, { name: "Collectif 59" }])
    .execute();
  await db.deleteFrom("directory.organisations").where("name", "=", "Collectif 59").execute();
  await db
    .insertInto("reports.editions")
    .values({ year: 2021, number: 1, content: JSON.stringify({ figures: [1, 2] }) })
    .execute();
  const bytes = Buffer.from("nom;ville\r\nAmitié;Lille\r\n", "latin1");
  return openFiles(store).put(db, system, { name: "adhérents.csv", mediaType: "text/csv", bytes });
}

test("a restore gives everything back, row by row, and the next row follows the last", async () => {
  await using source = await ownDatabase();
  await using target = await ownDatabase({ empty: true });
  const [from, to] = [openFolder(join(folder, "a")), openFolder(join(folder, "b"))];
  const kept = await fill(source.db, from);
  const file = join(folder, "whole.tar.gz");
  await takeBackup(source.url, from, file);
  await restoreBackup(target.url, to, file);

  const before = await everyRow(source.db);
  expect(Object.keys(before).length).toBeGreaterThan(25);
  expect(await everyRow(target.db)).toEqual(before);
  const { body } = await openFiles(to).open(target.db, kept.id);
  expect(Buffer.concat(await body.toArray()).toString("latin1")).toContain("Amitié;Lille");
  const next = await target.db
    .insertInto("directory.organisations")
    .values({ name: "La suivante" })
    .returning("id")
    .executeTakeFirstOrThrow();
  expect(next.id).toBe(3);
  await expect(target.db.updateTable("reports.editions").set({ number: 2 }).execute()).rejects.toThrow(
    "never moves",
  );
  expect(await migrate(target.db, "db/migrations")).toEqual([]);
});

test("a backup is one instant: what is written meanwhile is in none of its tables", async () => {
  await using source = await ownDatabase();
  await using target = await ownDatabase({ empty: true });
  const store = openFolder(join(folder, "c"));
  const before = await everyRow(source.db);
  const taking = takeBackup(source.url, store, join(folder, "instant.tar.gz"));
  let writing = true;
  const writer = (async () => {
    for (let n = 0; writing; n++)
      await source.db
        .insertInto("directory.organisations")
        .values({ name: `N ${n}` })
        .execute();
  })();
  await taking;
  writing = false;
  await writer;
  await restoreBackup(target.url, store, join(folder, "instant.tar.gz"));
  const after = await everyRow(target.db);
  const organisations = Number.parseInt(after["directory.organisations"] ?? "", 10);
  const changes = Number.parseInt(after["platform.changes"] ?? "", 10);
  expect(changes - Number.parseInt(before["platform.changes"] ?? "", 10)).toBe(organisations);
});

test("a database that has served is left alone, unless one says to replace it", async () => {
  await using source = await ownDatabase();
  await using target = await ownDatabase();
  const store = openFolder(join(folder, "d"));
  const file = join(folder, "small.tar.gz");
  await takeBackup(source.url, store, file);
  await target.db.insertInto("directory.organisations").values({ name: "À garder" }).execute();
  await expect(restoreBackup(target.url, store, file)).rejects.toThrow("a déjà servi");
  await expect(restoreBackup(target.url, store, file, { replace: true })).rejects.toThrow("Maillage tourne");
  await target.db.destroy();
  await restoreBackup(target.url, store, file, { replace: true });
  await using again = await reopened(target.url);
  expect(await everyRow(again.db)).toEqual(await everyRow(source.db));
});

async function reopened(url: string) {
  const { connect } = await import("#platform/db/index.ts");
  const { db } = connect(url, 2);
  return { db, [Symbol.asyncDispose]: () => db.destroy() };
}

test("a damaged or foreign file changes nothing, and says so", async () => {
  await using target = await ownDatabase({ empty: true });
  const store = openFolder(join(folder, "e"));
  const file = join(folder, "foreign.tar.gz");
  await writeFile(file, "nom;ville\n");
  await expect(restoreBackup(target.url, store, file)).rejects.toThrow("abîmé, ou n’est pas une sauvegarde");
  const { rows } = await sql`select from pg_namespace where nspname = 'platform'`.execute(target.db);
  expect(rows).toEqual([]);
});

test("no backup is written over another", async () => {
  await using source = await ownDatabase();
  const file = join(folder, "there.tar.gz");
  await writeFile(file, "");
  await expect(takeBackup(source.url, openFolder(folder), file)).rejects.toThrow("existe déjà");
});
