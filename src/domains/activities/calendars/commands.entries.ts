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
 * Logs proposals of this person's, each once however many clicks; how many were. One that was decided meanwhile is left as it
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
    return logged;
  });
}

/** Never proposes these again; how many were refused now. */
export async function refuseEntries(
  db: Db,
  author: Author,
  userId: string,
  ids: readonly number[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("activities.calendar_entries")
      .set({ state: "refused", decided_at: sql<Date>`now()` })
      .where("id", "in", [...ids])
      .where("user_id", "=", userId)
      .where("state", "=", "waiting")
      .executeTakeFirst(),
  );
  return Number(done.numUpdatedRows);
}

/** Proposes again what was refused, while what it said is still known. */
export async function restoreEntry(db: Db, author: Author, userId: string, id: number): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("activities.calendar_entries")
      .set({ state: "waiting", decided_at: null })
      .where("id", "=", id)
      .where("user_id", "=", userId)
      .where("state", "=", "refused")
      .where("subject", "<>", "")
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
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
