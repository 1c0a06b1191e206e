import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

/** An event that may be the one being told, and why. */
export interface Twin {
  id: number;
  title: string;
  training: boolean;
  kind: string | null;
  starts_on: Day | null;
  ends_on: Day | null;
  starts_at: string | null;
  ends_at: string | null;
  status: string;
  visibility: string;
  why: string;
}

/**
 * The events that may already be this one, the likest first, five at most: the same title near this day, or without a date;
 * a title that looks alike, on this very day. A title alone on another date is not the same: it is done again.
 */
export async function findTwins(
  db: Db,
  told: { title: string; day: Day | null; except?: number; listed?: boolean },
): Promise<Twin[]> {
  const { rows } = await sql<Twin>`
    with told as (select platform.fold(${told.title}) as key, ${told.day}::date as day)
    select event.id, event.title, event.training, kind.label as kind, session.starts_on, session.ends_on, session.starts_at,
           session.ends_at, event.status, event.visibility,
           case when event.key <> told.key then 'un titre proche, le même jour'
                when session.starts_on is null then 'le même titre, pas encore daté'
                else 'le même titre, à une date proche' end as why
    from told, agenda.events event
    left join agenda.sessions session on session.event_id = event.id and session.removed_at is null
      and session.starts_on between (select day from told) - 3 and (select day from told) + 3
    left join vocabularies.shared_terms kind on kind.id = event.kind_id
    where event.removed_at is null and event.status <> 'refused' and event.id is distinct from ${told.except ?? null}::bigint
      and (not ${told.listed ?? false} or (event.status = 'published' and event.visibility = 'listed'))
      and (event.key = told.key and (session.id is not null or not exists (
             select from agenda.sessions dated where dated.event_id = event.id and dated.removed_at is null))
        or session.starts_on = told.day and similarity(event.key, told.key) > 0.4)
    order by (event.key = told.key) desc, session.starts_on nulls last, event.id limit 5`.execute(db);
  return rows;
}
