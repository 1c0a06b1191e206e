import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

const quiet = ["ignore", "ignore", "inherit"] as const;

/** Starts the built site by this command, on the data of `folder`, as a web process that leaves the jobs to another; gives how long its first page took, in milliseconds. */
export async function startSite(folder: string, command: readonly string[] = ["demo"]) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ["--max-semi-space-size=16", "--heap-growing-percent=50", "dist/server/maillage.js", ...command],
    {
      env: { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "silent", JOBS: "0" },
      stdio: [...quiet],
    },
  );
  while (!(await fetch(origin).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error("The site stopped.");
    await new Promise((done) => setTimeout(done, 10));
  }
  return { origin, child, milliseconds: performance.now() - started };
}

export async function stop(child: ChildProcess) {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** Resident memory of a process, in megabytes, where the system says it (Linux). */
export function memoryOf({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

export async function startBare(databaseUrl: string, page: string) {
  const child = spawn(process.execPath, ["bench/bare.ts", databaseUrl, page], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { child, origin: `http://127.0.0.1:${port.toString().trim()}` };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
