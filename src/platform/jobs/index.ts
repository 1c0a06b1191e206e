import type { Db } from "../db/index.ts";
import type { Services } from "../web/env.ts";

/** Work that runs later, in any process: handed in with the change that asks for it, run again when it fails. */
export interface Jobs {
  /**
   * Asks for a job inside the transaction `db`: rolled back with it, seen by the workers once it is committed.
   * `key`: while one job of this key waits or runs, another is not added.
   */
  enqueue: (db: Db, name: string, data: Record<string, unknown>, options?: EnqueueOptions) => Promise<void>;
  stop: () => Promise<void>;
}

export interface EnqueueOptions {
  key?: string;
  startAfter?: Date;
}

/** A kind of job, declared in a room's `jobs.ts` and listed in `subscriptions.ts`. `run` may be called again after a crash. */
export interface JobDefinition<Data extends Record<string, unknown> = Record<string, unknown>> {
  name: string;
  /** In French, for the page that shows the jobs. */
  label: string;
  run: (services: Services, data: Data) => Promise<void>;
  /** How many times a failure is tried again, with growing delays; 3 unless told. */
  retries?: number;
  /** When it starts by itself, as cron in Europe/Paris. */
  cron?: string;
}
