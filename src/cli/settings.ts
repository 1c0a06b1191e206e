import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Config, readConfig } from "#platform/config.ts";

/** A secret of this folder's own, made at first: sessions outlive a restart, and no two installations share one. */
function secretOf(folder: string): string {
  const file = join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** The settings of a demonstration, in a folder of its own: everything has a value, and what the environment says wins. */
export function demoConfig(home = "data/demo"): Config {
  return readConfig((given) => {
    const folder = given["DATA_DIR"] ?? resolve(home);
    return {
      DATA_DIR: folder,
      BASE_URL: `http://localhost:${given["PORT"] ?? 3000}`,
      SECRET: given["SECRET"] ?? secretOf(folder),
      LOG_LEVEL: "warn",
    };
  });
}

/**
 * The settings of a command that serves nothing: the database and the files suffice. `--demo` works on the
 * demonstration's.
 */
export function commandConfig(demo = false): Config {
  if (demo) return demoConfig();
  return readConfig({
    BASE_URL: "http://localhost:3000",
    SECRET: "x".repeat(32),
    LOG_LEVEL: "warn",
  });
}
