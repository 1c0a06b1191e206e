import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The first Node that has all we use (`argon2` of node:crypto). */
const needed = [24, 7] as const;

const suits = (version: string) => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
};

/**
 * On a machine with an older Node, runs the same command on the one that came with the packages, and gives its exit
 * code; undefined when this Node will do. Throws an Error in French when there is no other.
 */
export async function runOnOurNode(
  home: string,
  version = process.versions.node,
): Promise<number | undefined> {
  if (suits(version)) return undefined;
  const ours = join(home, "node_modules/node/bin/node");
  if (!existsSync(ours))
    throw new Error(
      `Maillage demande Node ${needed.join(".")} ou plus récent, et celui-ci est Node ${version}. Installez-le, ou lancez npm ci (sans --omit=dev), qui l’apporte.`,
    );
  const child = spawn(ours, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit" });
  process.on("SIGINT", () => {}); // a terminal sends it to both
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}
