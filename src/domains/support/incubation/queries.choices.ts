import { sql } from "kysely";
import { staffOptions } from "#domains/accounts/index.ts";
import { listTermsOf } from "#domains/vocabularies/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

/** What can be chosen of a cohort. */
export interface CohortChoices {
  schemes: readonly { id: number; label: string }[];
  staff: readonly { value: string; label: string }[];
}

export async function listCohortChoices(db: Db): Promise<CohortChoices> {
  const [schemes, staff] = await Promise.all([listTermsOf(db, ["schemes"]), staffOptions(db)]);
  return { schemes, staff };
}

/** The title of an event of the agenda. */
export async function findEvent(db: Db, id: number) {
  const { rows } = await sql<{ id: number; title: string }>`
    select id, title from agenda.shared_events where id = ${id}`.execute(db);
  return rows[0];
}

/** Events of the agenda that answer to these words and are not of the cohort yet, the latest first. */
export async function searchLinkable(db: Db, cohortId: number, words: string) {
  const { rows } = await sql<{
    id: number;
    title: string;
    kind: string;
    first_on: Day | null;
    planned_period: string;
  }>`
    select event.id, event.title, event.kind, event.first_on, event.planned_period
    from agenda.shared_events event
    where event.status = 'published' and platform.fold(event.title) like '%' || platform.fold(${words}) || '%'
      and not exists (select from support.cohort_events link where link.cohort_id = ${cohortId} and link.event_id = event.id)
    order by event.first_on desc nulls first, event.id desc limit 20`.execute(db);
  return rows;
}
export type LinkableEvent = Awaited<ReturnType<typeof searchLinkable>>[number];
