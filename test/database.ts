import { sql } from "kysely";
import { afterAll, test as base, inject } from "vitest";
import { connect, type Db } from "#platform/db/index.ts";

let worker: { db: Db } | undefined;

/** This worker's own copy of the migrated database. */
export async function workerDatabase(): Promise<Db> {
  if (worker) return worker.db;
  const url = inject("databaseUrl");
  const name = `worker_${process.pid}`;
  const admin = connect(url.replace(/\/[^/]+$/, "/postgres"), 1);
  const exists = await sql`select from pg_database where datname = ${name}`.execute(admin.db);
  if (exists.rows.length === 0)
    await sql`create database ${sql.id(name)} template maillage strategy file_copy`.execute(admin.db);
  await admin.db.destroy();
  worker = connect(url.replace(/\/[^/]+$/, `/${name}`), 8);
  return worker.db;
}

/** A test on real PostgreSQL: `db` is a transaction, rolled back when the test ends. */
export const test = base.extend<{ db: Db }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's dependencies from this pattern.
  db: async ({}, use) => {
    const transaction = await (await workerDatabase()).startTransaction().execute();
    try {
      await use(transaction);
    } finally {
      await transaction.rollback().execute();
    }
  },
});

afterAll(async () => {
  const leaving = worker;
  worker = undefined;
  await leaving?.db.destroy();
});
