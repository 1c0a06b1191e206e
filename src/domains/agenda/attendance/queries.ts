import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";
import { type AttendanceQuestion, pageSize } from "./input.ts";

/** One who may be there: a row of the screen. */
export interface AttendanceRow {
  id: number;
  session_id: number | null;
  given_name: string;
  family_name: string;
  organisation: string;
  email: string;
  source: string;
  needs: string;
  /** The sessions at which they were noted present, and absent. */
  present: number[];
  absent: number[];
}

/** Those who may be there, as the question narrows them; of rows called `registration`. */
export function attendanceCondition(eventId: number, { q, date, montrer }: AttendanceQuestion) {
  const seen = sql`exists (select from agenda.attendances attendance where attendance.registration_id = registration.id
    and attendance.state = 'present' ${date ? sql`and attendance.session_id = ${date}` : sql``})`;
  return sql.join(
    [
      sql`registration.event_id = ${eventId} and registration.state = 'confirmed'`,
      ...(date ? [sql`(registration.session_id is null or registration.session_id = ${date})`] : []),
      ...(montrer ? [montrer === "presents" ? seen : sql`not ${seen}`] : []),
      ...(q
        ? [
            sql`position(platform.fold(${q}) in platform.fold(
              concat_ws(' ', given_name, family_name, given_name, email, registration.organisation))) > 0`,
          ]
        : []),
    ],
    sql` and `,
  );
}

const byName = sql`platform.fold(family_name), platform.fold(given_name), registration.id`;

const rowsOf = (ids: ReturnType<typeof attendanceCondition>) => sql`
  select registration.id, registration.session_id, given_name, family_name, email, source, needs,
         coalesce(known.name, registration.organisation) as organisation,
         coalesce(seen.present, '{}') as present, coalesce(seen.absent, '{}') as absent
  from agenda.registrations registration
  left join directory.shared_organisations known on known.id = registration.organisation_id
  left join lateral (
    select array_agg(session_id) filter (where state = 'present') as present,
           array_agg(session_id) filter (where state = 'absent') as absent
    from agenda.attendances attendance where attendance.registration_id = registration.id) seen on true
  where ${ids} order by ${byName}`;

/** A page of those with a place and of those who came without one, by name, with how many answer the question; one statement. */
export async function listAttendance(
  db: Db,
  eventId: number,
  asked: AttendanceQuestion,
): Promise<{ rows: AttendanceRow[]; total: number }> {
  const condition = attendanceCondition(eventId, asked);
  const { rows } = await sql<AttendanceRow & { total: number }>`
    with page as materialized (
      select registration.id, count(*) over () as total from agenda.registrations registration
      where ${condition} order by ${byName} limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize})
    select line.*, (select total::int from page limit 1) as total
    from (${rowsOf(sql`registration.id in (select id from page)`)}) line`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** All of them, by name: for the sheet to sign. */
export async function listEveryone(db: Db, eventId: number): Promise<AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`${rowsOf(attendanceCondition(eventId, {}))}`.execute(db);
  return rows;
}

/** How many came, each counted once, and how many at each session; `expected`: all those who may be noted. */
export function countAttendance(db: Db, eventId: number) {
  return db
    .selectNoFrom((row) => [
      sql<number>`(select count(*)::int from agenda.registrations
        where event_id = ${eventId} and state = 'confirmed')`.as("expected"),
      sql<number>`(select count(distinct registration_id)::int from agenda.shared_attendances
        where event_id = ${eventId} and state = 'present')`.as("people"),
      jsonArrayFrom(
        row
          .selectFrom("agenda.shared_attendances as attendance")
          .where("attendance.event_id", "=", eventId)
          .where("attendance.state", "=", "present")
          .select((count) => ["attendance.session_id", count.fn.countAll<number>().as("present")])
          .groupBy("attendance.session_id"),
      ).as("sessions"),
    ])
    .executeTakeFirstOrThrow();
}
export type AttendanceCounts = Awaited<ReturnType<typeof countAttendance>>;

/** How someone was noted at a session; undefined when they were not. */
export async function findMark(db: Db, registrationId: number, sessionId: number) {
  const mark = await db
    .selectFrom("agenda.attendances")
    .select("state")
    .where("registration_id", "=", registrationId)
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  return mark?.state;
}
