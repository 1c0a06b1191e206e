import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Db } from "./index.ts";

/**
 * Applies the plain SQL files of `folder` not yet applied, in order, in one transaction, under a lock: several
 * processes may start at once. `upTo` stops after that one. Returns the names applied. Throws when one fails, and then nothing of it stays.
 */
export async function migrate(db: Db, folder: string, upTo?: string): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => readMigrations(folder) },
    migrationTableSchema: "migrations",
  });
  const { error, results } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest());
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

async function readMigrations(folder: string) {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const entries = files.map(async (file) => {
    const text = await readFile(join(folder, file), "utf8");
    return [
      file.replace(/\.sql$/, ""),
      {
        up: (db: Db) =>
          sql
            .raw(text)
            .execute(db)
            .then(() => undefined),
      },
    ] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The names of the migrations that this database has, in order; none when it has never been migrated. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const known = await sql<{ there: boolean }>`
    select to_regclass('migrations.kysely_migration') is not null as there`.execute(db);
  if (!known.rows[0]?.there) return [];
  const { rows } = await sql<{ name: string }>`
    select name from migrations.kysely_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** The names of the migrations that this version of the code has, in order. */
export async function shippedMigrations(folder: string): Promise<string[]> {
  return Object.keys(await readMigrations(folder));
}
