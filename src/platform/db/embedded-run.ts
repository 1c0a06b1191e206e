import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import type { Place } from "./embedded-place.ts";
import { isAlive } from "./embedded-users.ts";

const secretFile = "maillage.secret";

/** The password of this server, made with its data. */
export const readSecret = (data: string) =>
  readFile(join(data, secretFile), "utf8").then(
    (text) => text.trim(),
    () => "maillage",
  );

/** Makes the data folder when there is none: aside, then named, so that a cut in the middle leaves nothing half made. */
export async function initialise({ data, binaries, account }: Place): Promise<void> {
  if (existsSync(join(data, "PG_VERSION"))) return;
  const draft = `${data}.draft-${randomBytes(6).toString("hex")}`;
  const secret = randomBytes(18).toString("base64url");
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const passwords = `${draft}.secret`;
  await writeFile(passwords, secret, { mode: 0o600 });
  for (const path of [draft, passwords]) if (account) await chown(path, account.uid, account.gid);
  const made = spawnSync(
    join(binaries, "bin/initdb"),
    [
      ...[`--pgdata=${draft}`, `--pwfile=${passwords}`, "--username=maillage", "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale=C.UTF-8", "--lc-messages=C"],
    ],
    { ...account, cwd: draft, env: environment, encoding: "utf8" },
  );
  await rm(passwords, { force: true });
  if (made.status !== 0) {
    await rm(draft, { recursive: true, force: true });
    const reason = made.stderr?.trim() || made.error?.message || "initdb s’est arrêté";
    throw new Refusal(
      /No space left/.test(reason)
        ? `Le disque est plein : la base de données ne peut pas être créée dans ${data}. Faites de la place, puis relancez.`
        : `La base de données embarquée n’a pas pu être créée dans ${data}.\n${reason}`,
    );
  }
  await writeFile(join(draft, secretFile), secret, { mode: 0o600 });
  await rename(draft, data).catch((error: NodeJS.ErrnoException) => {
    const another = error.code === "ENOTEMPTY" || error.code === "EEXIST"; // of two starts at once, the first wins
    return another ? rm(draft, { recursive: true, force: true }) : Promise.reject(error);
  });
}

const environment = { LC_ALL: "C", TZ: "UTC" };

/** Starts the server apart from our terminal, so that Ctrl-C reaches us alone and we stop it in our order. */
export async function launch(
  { data, binaries, account, log }: Place,
  port: number,
  fast: boolean,
): Promise<{ started: true } | { started: false; reason: string }> {
  const output = openSync(log, "w", 0o600);
  const settings = [
    ...["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"],
    ...["timezone=Europe/Paris", "log_timezone=Europe/Paris"],
    ...(fast ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []),
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const child = spawn(join(binaries, "bin/postgres"), ["-D", data, "-p", String(port), ...flags], {
    ...account,
    cwd: data,
    env: environment,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  const gone = new Promise<string>((done) => {
    child.once("error", (error) => done(error.message));
    child.once("exit", () => done(""));
  });
  const ready = (async () => {
    while (child.exitCode === null && (await readServer(data))?.pid !== child.pid)
      await new Promise((done) => setTimeout(done, 10));
    return undefined;
  })();
  const end = await Promise.race([gone, ready]);
  if (end === undefined && child.exitCode === null) return { started: true };
  return { started: false, reason: end || (await readFile(log, "utf8").catch(() => "")).slice(-2000) };
}

/** What `postmaster.pid` says, when its process lives and is PostgreSQL; one left by a cut of power is taken away. */
export async function readServer(data: string): Promise<{ pid: number; port: number } | undefined> {
  const file = join(data, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid) return undefined;
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  if (isAlive(pid) && (name === "" || name.startsWith("postgres"))) return port ? { pid, port } : undefined;
  await rm(file, { force: true });
  return undefined;
}

/** The port that PostgreSQL was last started on, as it wrote it down. */
export async function readLastPort(data: string): Promise<number | undefined> {
  const options = await readFile(join(data, "postmaster.opts"), "utf8").catch(() => "");
  return Number(/"-p" "(\d+)"/.exec(options)?.[1]) || undefined;
}

export const isRunning = async (data: string) => (await readServer(data)) !== undefined;

/** Stops the server as `pg_ctl stop -m fast` does, and waits for its end. */
export async function stopServer(data: string): Promise<void> {
  const server = await readServer(data);
  if (!server) return;
  process.kill(server.pid, "SIGINT");
  for (const until = Date.now() + 30_000; Date.now() < until && isAlive(server.pid); )
    await new Promise((done) => setTimeout(done, 20));
}
