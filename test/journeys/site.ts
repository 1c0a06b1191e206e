import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { demoAccounts } from "../../src/cli/demo/accounts.ts";
import { temporaryFolder } from "../folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
    /** A folder for the sessions of those who signed in. */
    sessions: string;
    demoAccounts: typeof demoAccounts;
  }
}

/** The built site with the demonstration data, in a folder of its own: what a visitor of `npm run demo` has. */
export default async function setup(project: TestProject) {
  const built = spawnSync(process.execPath, ["scripts/fresh.js"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("The site could not be built.");
  const folder = await temporaryFolder("journeys");
  const port = await freePort();
  const server = spawn(process.execPath, ["--enable-source-maps", "dist/server/maillage.js", "demo"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, "data"), BASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const siteUrl = `http://localhost:${port}`;
  await ready(server, siteUrl, () => said);
  project.provide("siteUrl", siteUrl);
  project.provide("sessions", folder);
  project.provide("demoAccounts", demoAccounts);
  return async () => {
    const gone = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
}

async function ready(server: ChildProcess, url: string, said: () => string) {
  for (const until = Date.now() + 110_000; Date.now() < until; ) {
    if (server.exitCode !== null) throw new Error(`The demonstration stopped:\n${said()}`);
    const response = await fetch(`${url}/ready`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill("SIGTERM");
  throw new Error(`The demonstration did not start in time:\n${said()}`);
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
