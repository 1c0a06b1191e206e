import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "#platform/db/embedded.ts";
import { connect } from "#platform/db/index.ts";
import { migrate } from "#platform/db/migrate.ts";
import { describeSchema } from "#platform/db/schema.ts";
import type { Command } from "./command.ts";

/** For those who change a migration: writes what follows from it, on a throw-away server. */
export const command: Command = {
  usage: "types",
  summary:
    "Pour le développement : réécrit src/platform/db/tables.ts et db/schema.txt d’après les migrations.",
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "maillage-types-"));
    await chmod(folder, 0o711); // under root, PostgreSQL runs as another user
    const { url, stop } = await startEmbedded(folder, { fast: true });
    const { db } = connect(url, 2);
    try {
      await migrate(db, "db/migrations");
      await writeFile("db/schema.txt", await describeSchema(db));
      execFileSync(process.execPath, ["scripts/types.js", url], { stdio: "inherit" });
    } finally {
      await db.destroy();
      await stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
