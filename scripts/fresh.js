// Builds dist/ when something it is made of is newer: called before `npm start` and `npm run demo`, quick when there is nothing to do.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const made = ["dist/server/maillage.js", "dist/public/manifest.json"];
const sources = ["src", "package-lock.json", "vite.config.ts", "vite.server.config.ts"];

/** When the newest file under `path` changed. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

export function isFresh() {
  if (!made.every((file) => existsSync(file))) return false;
  const oldestMade = Math.min(...made.map((file) => statSync(file).mtimeMs));
  return oldestMade >= Math.max(...sources.map(newest));
}

export async function build() {
  const { build: buildWith } = await import("vite").catch(() => {
    console.error("Les outils de construction manquent : lancez npm ci (sans --omit=dev), puis recommencez.");
    process.exit(1);
  });
  for (const configFile of ["vite.config.ts", "vite.server.config.ts"])
    await buildWith({ configFile, logLevel: "warn" });
}

if (import.meta.main && !isFresh()) {
  console.log("Construction du site…");
  await build();
}
