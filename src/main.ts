import { createApp } from "#app/app.tsx";
import { criteria } from "#app/criteria.ts";
import { jobs as definitions } from "#app/subscriptions.ts";
import { keepAgenda } from "#domains/agenda/index.ts";
import { openListing } from "#domains/directory/index.ts";
import { resumeImports } from "#domains/imports/index.ts";
import { loadReference } from "#domains/territory/index.ts";
import { loadVocabularies } from "#domains/vocabularies/index.ts";
import type { Config } from "#platform/config.ts";
import { followChanges } from "#platform/db/changes.ts";
import { startEmbedded } from "#platform/db/embedded.ts";
import { connect } from "#platform/db/index.ts";
import { alone } from "#platform/db/locks.ts";
import { migrate } from "#platform/db/migrate.ts";
import { openFiles, openStore } from "#platform/files/index.ts";
import { startJobs } from "#platform/jobs/index.ts";
import type { Log } from "#platform/log.ts";
import type { Services } from "#platform/web/env.ts";
import { listen } from "#platform/web/listen.ts";
import { keepReadyPages } from "#platform/web/ready-pages.ts";

/** An opened site: its services, the address of its database, and how to leave them in order. */
export interface Opened {
  services: Services;
  databaseUrl: string;
  close: () => Promise<void>;
}

/**
 * Opens the database (that of the settings, or the embedded one), migrated and with its reference data, one process at
 * a time; then files and jobs. `work`: whether this process also runs the jobs; the settings say so when it is not given. What fails closes what was opened.
 */
export async function openServices(config: Config, log: Log, { work = config.jobs } = {}): Promise<Opened> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir ?? "data");
    if (embedded) closing.push(embedded.stop);
    const databaseUrl = config.databaseUrl ?? embedded?.url ?? "";
    const { db, pool } = connect(databaseUrl, config.databasePool);
    closing.push(() => db.destroy());
    const replica = config.replicaUrl ? connect(config.replicaUrl, config.databasePool).db : db;
    if (replica !== db) closing.push(() => replica.destroy());
    await alone(pool, "start", async () => {
      await migrate(db, "db/migrations");
      await loadVocabularies(db);
      await loadReference(db);
    });
    const files = openFiles(openStore(config));
    const jobs = await startJobs(
      databaseUrl,
      definitions,
      { config, db, replica, log, files, criteria },
      { work },
    );
    closing.push(jobs.stop);
    return { services: { config, db, replica, log, files, jobs, criteria }, databaseUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Answers requests on the settings' port, and takes up what a killed process left. `stop` ends in order: requests, jobs,
 * connections, embedded database.
 */
export async function serveSite(opened: Opened): Promise<{ port: number; stop: () => Promise<void> }> {
  const { services, databaseUrl, close } = opened;
  const ready = keepReadyPages();
  const listing = openListing(services.db, services.log, ready.forget);
  const agendaDates = keepAgenda(services.db);
  const app = createApp({ ...services, listing, agendaDates });
  const followers = [ready.follower, listing.follower, agendaDates.follower];
  const changes = await followChanges(databaseUrl, followers);
  const fetch = (request: Request, env: object) => ready.draw(request, () => app.fetch(request, env));
  const { port, stop } = await listen(fetch, services.config, ready.answer);
  listing.start();
  resumeImports(services).catch((error) => services.log.warn({ err: error }, "imports not resumed"));
  return {
    port,
    async stop() {
      await stop();
      await changes.stop();
      await listing.stop();
      await close();
    },
  };
}
