import { sql } from "kysely";
import type { Db } from "../db/index.ts";
import type { JobDefinition, JobLine, JobQuestion, JobState } from "./index.ts";

/** The library's states in our four words. */
const state = sql<JobState>`case
  when job.state in ('created', 'retry') then 'waiting'
  when job.state = 'active' then 'running'
  when job.state = 'completed' then 'done'
  else 'failed' end`;

/** Those that start by themselves every minute are shown only when they run or fail: done, they say nothing. */
export const isConstant = ({ cron }: JobDefinition) => cron?.startsWith("*") ?? false;

const names = (definitions: readonly JobDefinition[]) =>
  sql`any(${definitions.map((definition) => definition.name)}::text[])`;

const ours = (definitions: readonly JobDefinition[]) =>
  sql`job.name = ${names(definitions)}
    and not (job.state in ('completed', 'created') and job.name = ${names(definitions.filter(isConstant))})`;

interface Row extends Omit<JobLine, "label"> {
  name: string;
}

export async function listJobs(db: Db, definitions: readonly JobDefinition[], question: JobQuestion) {
  const asked = question.state ? sql`and ${state} = ${question.state}` : sql``;
  const { rows } = await sql<Row & { total: number }>`
    select job.id, job.name, ${state} as state, job.retry_count + (job.started_on is not null)::int as attempts,
           coalesce(case when job.state <> 'completed'
             then coalesce(job.output ->> 'message', job.output -> 'value' ->> 'message') end, '') as reason,
           job.created_on as asked_at, job.start_after as due_at, job.completed_on as ended_at,
           count(*) over () as total
    from pgboss.job job
    where ${ours(definitions)} ${asked}
    order by job.created_on desc, job.id
    limit ${question.limit} offset ${question.offset}`.execute(db);
  const labelOf = (name: string) => definitions.find((one) => one.name === name)?.label ?? name;
  return {
    rows: rows.map(({ name, total: _, ...line }) => ({ ...line, label: labelOf(name) })),
    total: rows[0]?.total ?? 0,
  };
}

export async function countJobs(db: Db, definitions: readonly JobDefinition[]) {
  const { rows } = await sql<{ state: JobState; count: number }>`
    select ${state} as state, count(*) as count from pgboss.job job where ${ours(definitions)} group by 1`.execute(
    db,
  );
  const counts: Record<JobState, number> = { waiting: 0, running: 0, done: 0, failed: 0 };
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

/** The queue of this job, when it has failed for good. */
export async function findFailed(db: Db, definitions: readonly JobDefinition[], id: string) {
  const { rows } = await sql<{ name: string }>`
    select name from pgboss.job job where ${ours(definitions)} and id = ${id} and state = 'failed'`.execute(
    db,
  );
  return rows[0]?.name;
}
