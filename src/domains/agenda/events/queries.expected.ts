import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/**
 * How many people are to come to an event, or to one of its dates, that is still ahead and not cancelled on `today`. The places
 * are held until the transaction ends: nobody registers meanwhile.
 */
export async function countExpected(
  db: Db,
  { eventId, sessionId, today }: { eventId: number; sessionId?: number; today: string },
): Promise<number> {
  await sql`select from agenda.events where id = ${eventId} for no key update`.execute(db);
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people
    from agenda.registrations registration
    join agenda.events event on event.id = registration.event_id and event.cancelled_at is null
    where registration.event_id = ${eventId} and registration.state <> 'cancelled'
      and exists (
        select from agenda.sessions session
        where session.event_id = event.id and session.removed_at is null and session.cancelled_at is null
          and session.starts_on >= ${today}::date
          and (registration.session_id is null or registration.session_id = session.id)
          and (${sessionId ?? null}::bigint is null or session.id = ${sessionId ?? null}))`.execute(db);
  return rows[0]?.people ?? 0;
}
