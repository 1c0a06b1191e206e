import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Pack, pack } from "tar-stream";
import type { Store } from "../files/index.ts";
import { Refusal } from "../refusal.ts";
import { listSequences, listTables, quoted, type SavedSequence, type SavedTable } from "./tables.ts";

/** What a backup says of itself, in its first entry. */
export interface Manifest {
  format: 1;
  made_at: string;
  /** The level of the database: its migrations, in order. */
  migrations: string[];
  tables: SavedTable[];
  sequences: SavedSequence[];
}

/**
 * Writes everything that this instance knows into one `.tar.gz`: every table as PostgreSQL copies it, as they were at
 * one instant, and every file. The server may go on working. Memory stays constant. Nothing is overwritten.
 */
export async function takeBackup(
  url: string,
  store: Store,
  file: string,
): Promise<{ tables: number; files: number }> {
  if (existsSync(file)) throw new Refusal(`${file} existe déjà. Donnez un autre nom : rien n’est écrasé.`);
  const client = new pg.Client({ connectionString: url });
  const folder = await mkdtemp(join(tmpdir(), "maillage-backup-"));
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(`${file}.part`, { mode: 0o600 }));
  written.catch(() => {}); // awaited below
  try {
    await client.connect();
    await client.query("begin isolation level repeatable read read only");
    const manifest = await describe(client);
    archive.entry({ name: "manifest.json" }, JSON.stringify(manifest, null, 1));
    for (const { name, columns } of manifest.tables) {
      const copy = join(folder, "copy");
      const list = columns.map(quoted).join(", ");
      await pipeline(
        client.query(copyTo(`copy ${quoted(name)} (${list}) to stdout`)),
        createWriteStream(copy),
      );
      await add(archive, `tables/${name}`, createReadStream(copy), (await stat(copy)).size);
    }
    const { rows } = await client.query<{ storage_key: string; size_bytes: number }>(
      "select storage_key, size_bytes::float8 from platform.files order by storage_key",
    );
    for (const { storage_key, size_bytes } of rows) {
      const body = await store.read(storage_key);
      if (!body) throw new Refusal(`Le fichier ${storage_key} manque : la sauvegarde serait incomplète.`);
      await add(archive, `files/${storage_key}`, body, size_bytes);
    }
    await client.query("commit");
    archive.finalize();
    await written;
    await rename(`${file}.part`, file);
    return { tables: manifest.tables.length, files: rows.length };
  } catch (error) {
    archive.destroy();
    await rm(`${file}.part`, { force: true });
    throw error;
  } finally {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe(client: pg.Client): Promise<Manifest> {
  const { rows } = await client.query<{ name: string }>(
    "select name from migrations.kysely_migration order by name",
  );
  return {
    format: 1,
    made_at: new Date().toISOString(),
    migrations: rows.map((row) => row.name),
    tables: await listTables(client),
    sequences: await listSequences(client),
  };
}

async function add(archive: Pack, name: string, body: Readable, size: number) {
  const added = Promise.withResolvers<void>();
  const entry = archive.entry({ name, size }, (error) => (error ? added.reject(error) : added.resolve()));
  added.promise.catch(() => {}); // awaited below
  for await (const chunk of body as AsyncIterable<Uint8Array>)
    if (!entry.write(chunk)) await new Promise<void>((done) => entry.once("drain", done));
  entry.end(null);
  await added.promise;
}
