import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { OrganiserRole } from "./entry.ts";

/** An event that an organisation holds, with its first date. */
export interface HeldEvent {
  id: number;
  title: string;
  training: boolean;
  kind: string | null;
  role: OrganiserRole;
  starts_on: Day | null;
  planned_period: string;
  cancelled: boolean;
}

/** Events that the panel of an organisation shows. */
const shown = 20;

/** The last events that an organisation holds or takes part in holding, each once, and how many there are in all. */
export async function listEventsOf(
  db: Db,
  organisationId: number,
): Promise<{ total: number; lines: HeldEvent[] }> {
  const { rows } = await sql<HeldEvent & { total: number }>`
    select event.id, event.title, event.training, kind.label as kind, min(organiser.role) as role, event.planned_period,
           event.cancelled_at is not null as cancelled,
           (select min(session.starts_on) from agenda.sessions session
            where session.event_id = event.id and session.removed_at is null) as starts_on,
           count(*) over ()::int as total
    from agenda.organisers organiser
    join agenda.events event on event.id = organiser.event_id and event.removed_at is null and event.status <> 'refused'
    left join vocabularies.shared_terms kind on kind.id = event.kind_id
    where organiser.organisation_id = ${organisationId}
    group by event.id, kind.label order by starts_on desc nulls first, event.id desc limit ${shown}`.execute(
    db,
  );
  return { total: rows[0]?.total ?? 0, lines: rows };
}
