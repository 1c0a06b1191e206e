import type { Db } from "../db/index.ts";
import type { Services } from "../web/env.ts";

export { startJobs } from "./start.ts";

/** Work that runs later, in any process: handed in with the change that asks for it, run again when it fails. */
export interface Jobs {
  /**
   * Asks for a job inside the transaction `db`: rolled back with it, seen by the workers once it is committed.
   * `key`: while one job of this key waits or runs, another is not added.
   */
  enqueue: (db: Db, name: string, data: Record<string, unknown>, options?: EnqueueOptions) => Promise<void>;
  /** The latest jobs first, a page at a time. */
  list: (question: JobQuestion) => Promise<{ rows: JobLine[]; total: number }>;
  /** How many jobs stand in each state. */
  count: () => Promise<Record<JobState, number>>;
  /** Puts a failed job back in the queue; false when it is not there or has not failed. */
  retry: (id: string) => Promise<boolean>;
  /** What starts by itself, and when next. */
  schedules: () => Promise<JobSchedule[]>;
  /** Takes no more work, lets what runs end (20 s at most: the rest runs again elsewhere), frees the connections. */
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

export const jobStates = ["waiting", "running", "done", "failed"] as const;
export type JobState = (typeof jobStates)[number];

export interface JobQuestion {
  state?: JobState;
  limit: number;
  offset: number;
}

export interface JobLine {
  id: string;
  label: string;
  state: JobState;
  attempts: number;
  /** Why its last attempt failed; empty when none did. */
  reason: string;
  asked_at: Date;
  /** Not before this instant: later than `asked_at` when it waits for another attempt. */
  due_at: Date;
  ended_at: Date | null;
}

export interface JobSchedule {
  label: string;
  cron: string;
  next_at: Date | null;
}
