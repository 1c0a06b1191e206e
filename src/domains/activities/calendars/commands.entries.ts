import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { logMeetings } from "../commands.many.ts";
import type { MeetingEntry } from "../commands.ts";

/** Says that a proposal of this person's is this meeting of the log; false when it was decided already. */
export async function settleEntry(db: Db, userId: string, id: number, meetingId: number): Promise<boolean> {
  const done = await db
    .updateTable("activities.calendar_entries")
    .set({ state: "noted", meeting_id: meetingId, decided_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/**
 * Logs proposals of this person's, each once however many clicks; the numbers of those that were. One that was decided meanwhile is left as it
 * is.
 */
export function noteEntries(
  db: Db,
  author: Author,
  userId: string,
  chosen: readonly { id: number; entry: MeetingEntry }[],
): Promise<number[]> {
  return inTransaction(db, author, async (db) => {
    const ids = chosen.map(({ id }) => id);
    const held = await db
      .selectFrom("activities.calendar_entries")
      .select("id")
      .where("id", "=", sql<number>`any(${ids}::bigint[])`)
      .where("user_id", "=", userId)
      .where("state", "=", "waiting")
      .orderBy("id")
      .forUpdate()
      .execute();
    const open = new Set(held.map(({ id }) => id));
    const taken = chosen.filter(({ id }) => open.has(id));
    const logged = await logMeetings(
      db,
      author,
      taken.map(({ entry }) => entry),
    );
    await sql`update activities.calendar_entries entry set state = 'noted', meeting_id = row.meeting_id, decided_at = now()
      from unnest(${taken.map(({ id }) => id)}::bigint[], ${logged}::bigint[]) as row (id, meeting_id)
      where entry.id = row.id`.execute(db);
    return taken.map(({ id }) => id);
  });
}

/** Never proposes these again; the numbers of those that were refused now. */
export async function refuseEntries(
  db: Db,
  author: Author,
  userId: string,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0) return [];
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("activities.calendar_entries")
      .set({ state: "refused", decided_at: sql<Date>`now()` })
      .where("id", "in", [...ids])
      .where("user_id", "=", userId)
      .where("state", "=", "waiting")
      .returning("id")
      .execute(),
  );
  return done.map(({ id }) => id);
}

/**
 * Takes decisions of this person's back while what they said is still known: what was refused is proposed again; what was noted
 * too, and its meeting leaves the log, or this person leaves those who were there when it was a colleague's. `kept`: how many
 * meetings have been changed since, and stay.
 */
export function takeBackEntries(
  db: Db,
  author: Author,
  userId: string,
  ids: readonly number[],
): Promise<{ proposed: number; kept: number }> {
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ id: number; meeting_id: number | null; made: boolean; changed: boolean }>`
      select entry.id, meeting.id as meeting_id,
             coalesce(meeting.logged_by = entry.user_id and meeting.created_at >= entry.decided_at, false) as made,
             coalesce(meeting.version > 1 and meeting.removed_at is null, false) as changed
      from activities.calendar_entries entry
      left join activities.meetings meeting on meeting.id = entry.meeting_id
      where entry.id = any(${[...ids]}::bigint[]) and entry.user_id = ${userId} and entry.state <> 'waiting'
        and entry.subject <> ''
      order by entry.id for update of entry`.execute(db);
    const kept = rows.filter(({ made, changed }) => made && changed);
    const back = rows.filter((row) => !kept.includes(row));
    const meetingsOf = (made: boolean) =>
      back.flatMap((row) => (row.made === made && row.meeting_id !== null ? row.meeting_id : []));
    await sql`update activities.meetings set removed_at = now(), version = version + 1, updated_at = now()
      where id = any(${meetingsOf(true)}::bigint[]) and removed_at is null`.execute(db);
    await sql`delete from activities.meeting_staff
      where meeting_id = any(${meetingsOf(false)}::bigint[]) and user_id = ${userId}`.execute(db);
    await sql`update activities.calendar_entries set state = 'waiting', meeting_id = null, decided_at = null
      where id = any(${back.map(({ id }) => id)}::bigint[])`.execute(db);
    return { proposed: back.length, kept: kept.length };
  });
}

/** Says that a proposal is a meeting already in the log, where this person was too. */
export function joinMeeting(
  db: Db,
  author: Author,
  userId: string,
  { id, meetingId }: { id: number; meetingId: number },
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    if (!(await settleEntry(db, userId, id, meetingId))) return false;
    // Nobody was said to be there yet: whoever logged it was.
    await sql`insert into activities.meeting_staff (meeting_id, user_id)
      select meeting.id, present.user_id from activities.meetings meeting
      cross join lateral (select ${userId}::uuid as user_id union select meeting.logged_by
                          where meeting.logged_by is not null and meeting.import_id is null) present
      where meeting.id = ${meetingId} and (present.user_id = ${userId}
        or not exists (select from activities.meeting_staff staff where staff.meeting_id = meeting.id))
      on conflict do nothing`.execute(db);
    return true;
  });
}

/** What decided proposals said is forgotten a week later; what nobody decided in three months goes. */
export async function forgetEntries(db: Db, now: Date): Promise<void> {
  await sql`update activities.calendar_entries set subject = '', location = '', facts = '{}'
    where state <> 'waiting' and subject <> '' and decided_at < ${now}::timestamptz - interval '7 days'`.execute(
    db,
  );
  await sql`delete from activities.calendar_entries
    where state = 'waiting' and created_at < ${now}::timestamptz - interval '92 days'`.execute(db);
}
