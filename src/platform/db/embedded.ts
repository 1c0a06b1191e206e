import { createServer } from "node:net";
import { resolve } from "node:path";
import pg from "pg";
import { Refusal } from "../refusal.ts";
import { findPlace, type Place } from "./embedded-place.ts";
import {
  initialise,
  isRunning,
  launch,
  readLastPort,
  readSecret,
  readServer,
  stopServer,
} from "./embedded-run.ts";
import { join } from "./embedded-users.ts";

/** A PostgreSQL server of our own, from npm; `url` reaches its database `maillage`. */
export interface EmbeddedServer {
  url: string;
  /** Whether this process started it; false when a running one was found. */
  owned: boolean;
  /** Leaves the server, and stops it when no other process of ours uses it. End the pools first. */
  stop: () => Promise<void>;
}

const patience = 60_000;

/**
 * Starts PostgreSQL on the data in `folder`, created at first; finds the one already running there, whoever started
 * it: the last to leave stops it, so one that outlived a killed process is taken over. A server killed in the middle
 * mends itself here: PostgreSQL replays its journal. `fast` gives up durability, for tests only.
 * Throws a Refusal, in French, when it cannot start.
 */
export async function startEmbedded(folder: string, { fast = false } = {}): Promise<EmbeddedServer> {
  const home = resolve(folder);
  const place = await findPlace(home);
  const leave = await join(home);
  try {
    const { port, owned } = await findOrStart(place, fast);
    const unwatch = watch(place, port, fast);
    const secret = await readSecret(place.data);
    await ensureDatabase(address(port, secret, "postgres"), "maillage");
    return {
      url: address(port, secret, "maillage"),
      owned,
      async stop() {
        await unwatch();
        const others = await leave();
        if (!others) await stopServer(place.data);
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** A server killed under us is started again at the same address: connections open anew. Returns how to stop watching. */
function watch(place: Place, port: number, fast: boolean) {
  const mend = async () => {
    if (!(await isRunning(place.data))) await launch(place, port, fast);
  };
  let mending: Promise<void> | undefined;
  const clock = setInterval(() => {
    mending ??= mend().finally(() => {
      mending = undefined;
    });
  }, 1000);
  clock.unref();
  return async () => {
    clearInterval(clock);
    await mending;
  };
}

/** Two starts at once: one wins the lock of PostgreSQL, the other comes back here and finds the winner's. */
async function findOrStart(place: Place, fast: boolean): Promise<{ port: number; owned: boolean }> {
  const until = Date.now() + patience;
  let reason = "";
  while (Date.now() < until) {
    const running = await findRunning(place.data, until);
    if (running) return { port: running, owned: false };
    await initialise(place);
    const port = await freePort(await readLastPort(place.data));
    const attempt = await launch(place, port, fast);
    if (attempt.started && (await answers(place.data, port, until))) return { port, owned: true };
    reason = attempt.started ? "elle ne répond pas" : attempt.reason;
    if (!/lock file|shared memory|semaphore/.test(reason)) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Refusal(
    /No space left/.test(reason)
      ? `Le disque est plein : la base de données ne peut pas démarrer dans ${place.data}. Faites de la place, puis relancez.`
      : `La base de données embarquée n’a pas démarré dans ${place.data}.\n${reason.trim()}\nLe détail est dans ${place.log}.`,
  );
}

/** The port of a server that already runs on this data, waited for while it starts or mends itself. */
async function findRunning(data: string, until: number): Promise<number | undefined> {
  const server = await readServer(data);
  return server && (await answers(data, server.port, until)) ? server.port : undefined;
}

async function answers(data: string, port: number, until: number): Promise<boolean> {
  while (Date.now() < until) {
    const client = new pg.Client({
      connectionString: address(port, await readSecret(data), "postgres"),
      connectionTimeoutMillis: 2000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      return true;
    } catch {
      if (!(await isRunning(data))) return false;
      await new Promise((done) => setTimeout(done, 30));
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

const address = (port: number, secret: string, database: string) =>
  `postgres://maillage:${secret}@127.0.0.1:${port}/${database}`;

async function ensureDatabase(url: string, name: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const found = await client.query("select from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    const made = ["42P04", "23505"].includes((error as { code?: string }).code ?? ""); // by the other of two starts
    if (!made) throw error;
  } finally {
    await client.end();
  }
}

/** The port of the last start, when nobody took it since: those who still know that address find the server again. */
function freePort(wished = 0): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", (error) =>
      wished ? freePort().then(done, fail) : fail(error),
    );
    probe.listen(wished, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
