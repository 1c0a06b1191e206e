import { randomUUID } from "node:crypto";
import { fromKysely, PgBoss } from "pg-boss";
import type { Services } from "../web/env.ts";
import { countJobs, findFailed, listJobs } from "./board.ts";
import type { JobDefinition, Jobs } from "./index.ts";
import { openQueues } from "./queues.ts";

const timezone = "Europe/Paris";

/**
 * A worker that says nothing for this long is taken for dead, and its job runs again (10 s is the least the library
 * allows): with the look every 5 s, a job of a killed process is back within 15 s.
 */
const silenceSeconds = 10;

/**
 * Opens the queues of `definitions` in the database at `url` and, unless `work` is false (a command that only asks
 * for jobs), serves them in this process beside any others that do. `services` are handed to each job.
 */
export async function startJobs(
  url: string,
  definitions: readonly JobDefinition[],
  services: Omit<Services, "jobs">,
  { work = true } = {},
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "maillage-jobs",
    schema: "pgboss",
    max: 4,
    schedule: work,
    supervise: work,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 3600,
    useListenNotify: work,
  });
  boss.on("error", (error) => services.log.warn({ err: error }, "jobs"));
  await boss.start();
  await openQueues(boss, definitions, { timezone, silenceSeconds });
  const wakers = new Map<string, () => void>();

  const jobs: Jobs = {
    async enqueue(db, name, data, { key = randomUUID(), startAfter } = {}) {
      if (!definitions.some((definition) => definition.name === name))
        throw new Error(`No job is called ${name}: list it in subscriptions.ts.`);
      await boss.send(name, data, {
        db: fromKysely(db),
        singletonKey: key,
        ...(startAfter ? { startAfter } : {}),
      });
    },
    list: (question) => listJobs(services.db, definitions, question),
    count: () => countJobs(services.db, definitions),
    async retry(id) {
      const name = await findFailed(services.db, definitions, id);
      if (name) await boss.retry(name, id);
      wakers.get(name ?? "")?.();
      return name !== undefined;
    },
    schedules: async () =>
      definitions.flatMap(({ label, cron }) =>
        cron
          ? [{ label, cron, next_at: boss.previewSchedule(cron, { tz: timezone, count: 1 })[0] ?? null }]
          : [],
      ),
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
  if (work)
    for (const definition of definitions)
      wakers.set(definition.name, await serve(boss, definition, { ...services, jobs }));
  if (work) await boss.supervise(); // what a killed process left is seen now, not at the next look
  return jobs;
}

/** Does the jobs of one queue, one after the other; the function given back makes it look for one now. */
async function serve(boss: PgBoss, definition: JobDefinition, services: Services): Promise<() => void> {
  const options = { heartbeatRefreshSeconds: 3, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 };
  const worker = await boss.work<Record<string, unknown>>(definition.name, options, async ([job]) => {
    if (!job) return;
    const started = performance.now();
    setTimeout(() => boss.notifyWorker(worker)); // asked for while it works: it looks again as soon as it has done
    try {
      await definition.run(services, job.data ?? {});
    } catch (error) {
      services.log.error({ err: error, job: definition.name, id: job.id }, "job failed");
      throw error;
    }
    const ms = Math.round(performance.now() - started);
    services.log.info({ job: definition.name, id: job.id, attempt: job.retryCount + 1, ms });
  });
  return () => boss.notifyWorker(worker);
}
