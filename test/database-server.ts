import { rm } from "node:fs/promises";
import { sql } from "kysely";
import type { TestProject } from "vitest/node";
import { loadReference } from "#domains/territory/index.ts";
import { loadVocabularies } from "#domains/vocabularies/index.ts";
import { startEmbedded } from "#platform/db/embedded.ts";
import { connect } from "#platform/db/index.ts";
import { migrate } from "#platform/db/migrate.ts";
import { temporaryFolder } from "./folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One PostgreSQL for the whole run: migrated, with its reference data, then copied once for each worker. */
export default async function setup(project: TestProject) {
  const folder = await temporaryFolder("test");
  const server = await startEmbedded(folder, { fast: true });
  const { db } = connect(server.url, 2);
  await migrate(db, "db/migrations");
  await loadVocabularies(db);
  await loadReference(db);
  await sql`vacuum analyze`.execute(db);
  await db.destroy();
  project.provide("databaseUrl", server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
