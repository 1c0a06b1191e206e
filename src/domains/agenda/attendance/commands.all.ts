import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { completeSessions } from "./commands.ts";
import type { AttendanceQuestion } from "./input.ts";
import { attendanceCondition } from "./queries.ts";

/** Notes present at a session all those who answer the question, on every page of it; how many were not yet. */
export function noteEveryone(
  db: Db,
  author: Author,
  { eventId, sessionId, asked }: { eventId: number; sessionId: number; asked: AttendanceQuestion },
  now: Date,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    await sql`select from agenda.events where id = ${eventId} for no key update`.execute(db);
    const { rows } = await sql`
      insert into agenda.attendances (registration_id, session_id, state, noted_at)
      select registration.id, session.id, 'present', ${now}
      from agenda.registrations registration
      join agenda.sessions session on session.id = ${sessionId} and session.event_id = registration.event_id
        and session.removed_at is null
      where ${attendanceCondition(eventId, { ...asked, date: sessionId })}
      on conflict (registration_id, session_id)
        do update set state = 'present', noted_at = excluded.noted_at where attendances.state <> 'present'
      returning id`.execute(db);
    if (rows.length > 0) await completeSessions(db, eventId, [sessionId], now);
    return rows.length;
  });
}

/** Takes back what was noted of everyone at this instant; what was noted since stays. */
export function takeEveryoneBack(
  db: Db,
  author: Author,
  { eventId, sessionId, notedAt }: { eventId: number; sessionId: number; notedAt: Date },
  now: Date,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    await sql`select from agenda.events where id = ${eventId} for no key update`.execute(db);
    const { rows } = await sql`
      delete from agenda.attendances attendance using agenda.sessions session
      where session.id = attendance.session_id and session.event_id = ${eventId} and session.id = ${sessionId}
        and attendance.state = 'present' and attendance.noted_at = ${notedAt}
      returning attendance.id`.execute(db);
    if (rows.length > 0) await completeSessions(db, eventId, [sessionId], now);
    return rows.length;
  });
}
