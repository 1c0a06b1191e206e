import { sql } from "kysely";
import { slugOf } from "#domains/directory/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import type { Db } from "#platform/db/index.ts";
import type { CalendarSession } from "./write.ts";

/** A session with its event as a calendar needs them, but for the addresses and the words. */
export interface CalendarRow extends Omit<CalendarSession, "url" | "where" | "description"> {
  event_id: number;
  training: boolean;
  place: string;
  address: string;
  commune: string | null;
  online: boolean;
  about: string;
  /** Given to those registered only: empty in what everyone may read. */
  join_url: string;
}

/** What is read of `session`, of its `event` and of its `commune`. */
export const calendarColumns = sql`session.uid, session.sequence, event.title, session.title as session_title,
  session.starts_on, session.ends_on, session.starts_at::text as starts_at, session.ends_at::text as ends_at,
  session.duration_minutes, coalesce(session.cancelled_at, event.cancelled_at) is not null as cancelled,
  greatest(session.updated_at, event.updated_at) as changed_at, event.id as event_id, event.training, session.place,
  session.address, commune.name as commune, session.online, left(event.description, 600) as about`;

/**
 * Sessions for a calendar, by their numbers: for a letter to those who come. `forThem`: with the address at which they
 * follow it online, which is theirs alone. A removed session is left out; whether the event is public is not asked.
 */
export async function listCalendarSessions(
  db: Db,
  sessionIds: readonly number[],
  { baseUrl, forThem }: { baseUrl: string; forThem: boolean },
): Promise<CalendarSession[]> {
  if (sessionIds.length === 0) return [];
  const { rows } = await sql<CalendarRow>`
    select ${calendarColumns}, ${forThem ? sql`session.online_url` : sql`''`} as join_url
    from agenda.sessions session
    join agenda.events event on event.id = session.event_id
    left join territory.shared_communes commune on commune.code = session.commune_code
    where session.id = any(${sessionIds}::bigint[]) and session.removed_at is null
    order by session.starts_on, session.starts_at nulls first, session.id`.execute(db);
  return rows.map((row) => sessionOf(row, baseUrl));
}

/** The sessions of public dates, by their numbers, in the order of time: what the feeds of everyone hold. */
export async function listPublicCalendar(db: Db, sessionIds: readonly number[], baseUrl: string) {
  const { rows } = await sql<CalendarRow>`
    select ${calendarColumns}, '' as join_url
    from agenda.public_events event
    join agenda.sessions session on session.event_id = event.id and session.removed_at is null
    left join territory.shared_communes commune on commune.code = session.commune_code
    where session.id = any(${sessionIds}::bigint[])
    order by session.starts_on, session.starts_at nulls first, session.id`.execute(db);
  return rows.map((row) => sessionOf(row, baseUrl));
}

function sessionOf(
  { event_id, training, place, address, commune, online, about, join_url, ...row }: CalendarRow,
  baseUrl: string,
): CalendarSession {
  const url = baseUrl + publicAgenda.event({ id: event_id, slug: slugOf(row.title), training });
  const places = [place || commune, address].filter(Boolean).join(", ");
  const join = join_url ? `Pour suivre en ligne : ${join_url}` : "";
  return {
    ...row,
    url,
    where: [places, online ? "En ligne" : ""].filter(Boolean).join(", "),
    description: [join, about, url].filter(Boolean).join("\n\n"),
  };
}
