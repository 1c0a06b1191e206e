import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

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
  certified: boolean;
}

/** All those with a place, and those who came without one, by name; one statement. */
export async function listAttendance(db: Db, eventId: number): Promise<AttendanceRow[]> {
  const { rows } = await sql<AttendanceRow>`
    select registration.id, registration.session_id, given_name, family_name, email, source, needs,
           coalesce(known.name, registration.organisation) as organisation,
           coalesce(seen.present, '{}') as present, coalesce(seen.absent, '{}') as absent,
           exists (select from agenda.certificates certificate
                   where certificate.registration_id = registration.id and certificate.revoked_at is null) as certified
    from agenda.registrations registration
    left join directory.shared_organisations known on known.id = registration.organisation_id
    left join lateral (
      select array_agg(session_id) filter (where state = 'present') as present,
             array_agg(session_id) filter (where state = 'absent') as absent
      from agenda.attendances attendance where attendance.registration_id = registration.id) seen on true
    where registration.event_id = ${eventId} and registration.state = 'confirmed'
    order by platform.fold(family_name), platform.fold(given_name), registration.id`.execute(db);
  return rows;
}
