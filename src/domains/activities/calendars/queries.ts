import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type EntryFacts, entriesShown } from "./rules.ts";

export interface Calendar {
  id: number;
  name: string;
  host: string;
  mine: string;
  read_at: Date | null;
  refusal: string | null;
}

/** The calendars that someone gave; of their addresses, only where they are. */
export async function listCalendars(db: Db, userId: string): Promise<Calendar[]> {
  const { rows } = await sql<Calendar>`
    select id, name, substring(secret from '^[a-z]+://(?:[^/@]*@)?([^/:?#]+)') as host, mine, read_at, refusal
    from activities.calendars where user_id = ${userId} order by id`.execute(db);
  return rows;
}

/** A calendar of someone's, with the address by which it is read; another's is not there. */
export function findCalendar(db: Db, userId: string | null, id: number) {
  return db
    .selectFrom("activities.calendars")
    .select(["id", "user_id", "name", "secret", "mine"])
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

export interface WaitingEntry {
  id: number;
  uid: string;
  occurrence: string;
  starts_at: Date;
  duration_minutes: number;
  subject: string;
  location: string;
  facts: EntryFacts;
  /** A meeting of the log that is the same: a colleague noted it from theirs, or it was typed. */
  noted: { id: number; subject: string; by: string | null } | null;
}

const entry = sql`entry.id, entry.uid, entry.occurrence, entry.starts_at, entry.duration_minutes, entry.subject,
  entry.location, entry.facts`;

/** The proposals that wait for someone, the oldest first, and how many there are. */
export async function listWaiting(
  db: Db,
  userId: string,
  { page = 1 }: { page?: number } = {},
): Promise<{ total: number; entries: WaitingEntry[] }> {
  const { rows } = await sql<WaitingEntry & { total: number }>`
    with page as materialized (
      select *, count(*) over () as total from activities.calendar_entries
      where user_id = ${userId} and state = 'waiting'
      order by starts_at, id limit ${entriesShown} offset ${(page - 1) * entriesShown}
    )
    select ${entry}, entry.total::int as total, (
      select jsonb_build_object('id', meeting.id, 'subject', meeting.subject, 'by', account.name)
      from activities.meetings meeting
      left join accounts.shared_names account on account.id = meeting.logged_by
      where meeting.removed_at is null and (
        meeting.id in (select other.meeting_id from activities.calendar_entries other
                       where other.uid = entry.uid and other.occurrence = entry.occurrence and other.state = 'noted')
        or (meeting.held_on = (entry.starts_at at time zone 'Europe/Paris')::date
            and platform.fold(meeting.subject) = platform.fold(entry.subject)))
      order by meeting.id limit 1) as noted
    from page entry order by entry.starts_at, entry.id`.execute(db);
  return {
    total: rows[0]?.total ?? 0,
    entries: rows.map(({ total: _, ...row }) => ({ ...row, starts_at: new Date(row.starts_at) })),
  };
}

/** One proposal that waits for this person. */
export async function findWaitingEntry(db: Db, userId: string | null, id: number) {
  const { rows } = await sql<WaitingEntry>`
    select ${entry}, null as noted from activities.calendar_entries entry
    where entry.id = ${id} and entry.user_id = ${userId} and entry.state = 'waiting'`.execute(db);
  return rows[0];
}

/** Those of these numbers that wait for this person, in order of time. */
export async function listChosen(db: Db, userId: string, ids: readonly number[]): Promise<WaitingEntry[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<WaitingEntry>`
    select ${entry}, null as noted from activities.calendar_entries entry
    where entry.id = any(${[...ids]}::bigint[]) and entry.user_id = ${userId} and entry.state = 'waiting'
    order by entry.starts_at, entry.id`.execute(db);
  return rows;
}

/** What someone refused in the last days, and can still propose again. */
export async function listRefused(db: Db, userId: string) {
  return db
    .selectFrom("activities.calendar_entries")
    .select(["id", "subject", "starts_at"])
    .where("user_id", "=", userId)
    .where("state", "=", "refused")
    .where("subject", "<>", "")
    .orderBy("decided_at", "desc")
    .orderBy("id", "desc")
    .limit(20)
    .execute();
}
