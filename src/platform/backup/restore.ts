import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { sql } from "kysely";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Extract, extract } from "tar-stream";
import type { Db } from "../db/index.ts";
import { appliedMigrations, migrate, shippedMigrations } from "../db/migrate.ts";
import { connectOnce } from "../db/once.ts";
import type { Store } from "../files/index.ts";
import { Refusal } from "../refusal.ts";
import { dropForeignKeys, listSchemas, quoted } from "./tables.ts";
import type { Manifest } from "./take.ts";

/**
 * Gives back what a backup holds into the database at `url`, made at the level of the backup: all of it or nothing
 * (one transaction). Refused when the database has already served, unless `replace`, which takes away all it holds.
 */
export async function restoreBackup(
  url: string,
  store: Store,
  file: string,
  { replace = false, migrations = "db/migrations" } = {},
): Promise<Manifest> {
  const { db, client, close } = await connectOnce(url);
  try {
    return await db.transaction().execute(async (db) => {
      await refuseWhenServed(db, replace);
      if (replace) await empty(client);
      return load(file, { db, client, store, migrations });
    });
  } finally {
    await close();
  }
}

async function refuseWhenServed(db: Db, replace: boolean) {
  const level = await appliedMigrations(db);
  if (level.length > 0 && !replace)
    throw new Refusal(
      "Cette base de données a déjà servi : la restauration effacerait ce qu’elle contient. Donnez une base vide, ou ajoutez --remplacer si c’est bien ce que vous voulez.",
    );
  const { rows } = await sql`
    select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name like 'maillage%'`.execute(
    db,
  );
  if (rows.length > 0)
    throw new Refusal("Maillage tourne sur cette base de données : arrêtez-le, puis restaurez.");
}

async function empty(client: pg.ClientBase) {
  const ours = [...(await listSchemas(client)), "pgboss", "migrations"];
  await client.query(`drop schema if exists ${ours.map(quoted).join(", ")} cascade`);
}

interface Target {
  db: Db;
  client: pg.ClientBase;
  store: Store;
  migrations: string;
}

/** Reads the archive once, from its first entry to its last; nothing of it is held in memory but the list of tables. */
async function load(file: string, target: Target): Promise<Manifest> {
  const archive = extract();
  const feeding = pipeline(createReadStream(file), createGunzip(), archive);
  feeding.catch(() => {}); // awaited once the entries are read
  try {
    const prepared = await takeEntries(archive, target);
    await feeding;
    if (prepared) {
      await finish(target.client, prepared);
      return prepared.manifest;
    }
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (!code.startsWith("Z_") && !/tar header|end of data|Writable stream closed/.test(message)) throw error;
    throw new Refusal(`${file} est abîmé, ou n’est pas une sauvegarde de Maillage (${message}).`);
  }
  throw new Refusal(`${file} n’est pas une sauvegarde de Maillage.`);
}

async function takeEntries(archive: Extract, target: Target): Promise<Prepared | undefined> {
  let prepared: Prepared | undefined;
  for await (const source of archive) {
    const { name } = source.header;
    const entry = Readable.from(source);
    const [kind, rest] = [name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)];
    if (name === "manifest.json") prepared = await prepare(await text(entry), target);
    else if (!prepared) return undefined;
    else if (kind === "tables") await fill(target.client, prepared.manifest, rest, entry);
    else if (kind === "files")
      await target.store.write(rest, await buffer(entry), "application/octet-stream");
  }
  return prepared;
}

interface Prepared {
  manifest: Manifest;
  /** What puts the foreign keys back, each checked against every row. */
  foreignKeys: readonly string[];
}

/** Makes the tables as they were at the level of the backup, empty, their triggers and foreign keys off. */
async function prepare(written: string, { db, client, migrations }: Target): Promise<Prepared> {
  const manifest = JSON.parse(written) as Manifest;
  const shipped = new Set(await shippedMigrations(migrations));
  const newer = manifest.migrations.filter((name) => !shipped.has(name));
  if (manifest.format !== 1 || newer.length > 0)
    throw new Refusal(
      `Cette sauvegarde vient d’une version plus récente de Maillage (${newer.join(", ")}) : installez-la, puis restaurez.`,
    );
  await migrate(db, migrations, manifest.migrations.at(-1));
  const names = manifest.tables.map((table) => quoted(table.name));
  await client.query(`truncate ${names.join(", ")}`);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  return { manifest, foreignKeys: await dropForeignKeys(client) };
}

async function fill(client: pg.ClientBase, manifest: Manifest, name: string, entry: Readable) {
  const table = manifest.tables.find((table) => table.name === name);
  if (!table) throw new Refusal(`La sauvegarde contient une table inconnue : ${name}.`);
  const list = table.columns.map(quoted).join(", ");
  await pipeline(entry, client.query(copyFrom(`copy ${quoted(name)} (${list}) from stdin`)));
}

async function finish(client: pg.ClientBase, { manifest, foreignKeys }: Prepared) {
  for (const add of foreignKeys) await client.query(add);
  for (const { name } of manifest.tables)
    await client.query(`alter table ${quoted(name)} enable trigger user`);
  for (const { name, last_value, is_called } of manifest.sequences)
    await client.query("select setval($1::regclass, $2::bigint, $3)", [quoted(name), last_value, is_called]);
}
