import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** What calendars hold of something that the site itself wrote in them: its mark (RFC 5545, UID), whose, when. */
export interface WrittenInCalendars {
  uid: string;
  userId: string;
  startsAt: Date;
  durationMinutes: number;
}

/** The meeting of the log that was noted from what calendars hold under this mark, when one was and is still there. */
export async function findMeetingOf(db: Db, uid: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select meeting.id from activities.calendar_entries entry
    join activities.meetings meeting on meeting.id = entry.meeting_id and meeting.removed_at is null
    where entry.uid = ${uid} and entry.occurrence = '' and entry.state = 'noted'
    order by meeting.id limit 1`.execute(db);
  return rows[0]?.id;
}

/**
 * Says that what calendars hold under this mark is this meeting: it is not proposed to its owner again, and colleagues see it as
 * noted. In the transaction of the room that logged it.
 */
export async function noteAsMeeting(
  db: Db,
  { uid, userId, startsAt, durationMinutes }: WrittenInCalendars,
  meetingId: number,
): Promise<void> {
  await sql`
    insert into activities.calendar_entries
      (user_id, uid, starts_at, duration_minutes, state, meeting_id, decided_at)
    values (${userId}::uuid, ${uid}, ${startsAt}, ${durationMinutes}, 'noted', ${meetingId}, now())
    on conflict (user_id, uid, occurrence) do update
      set state = 'noted', meeting_id = excluded.meeting_id, decided_at = excluded.decided_at`.execute(db);
}
