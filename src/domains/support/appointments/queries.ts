import { sql } from "kysely";
import { instantAt } from "#platform/dates.clock.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

const appointments = (db: Db) =>
  db
    .selectFrom("support.appointments as appointment")
    .innerJoin("support.hosts as host", "host.id", "appointment.host_id")
    .leftJoin("support.appointment_meetings as noted", "noted.appointment_id", "appointment.id")
    .leftJoin("activities.shared_meetings as meeting", "meeting.id", "noted.meeting_id")
    .leftJoin(
      "directory.shared_organisations as organisation",
      "organisation.id",
      "appointment.organisation_id",
    )
    .leftJoin("support.courses as course", (join) =>
      join.onRef("course.id", "=", "appointment.course_id").on("course.removed_at", "is", null),
    )
    .select([
      "course.id as course_id",
      "course.subject as course",
      "appointment.id",
      "appointment.host_id",
      "host.name as host",
      "host.slug as host_slug",
      "host.account_id",
      "appointment.starts_at",
      "appointment.ends_at",
      "appointment.mode",
      "appointment.place",
      "appointment.commune_code",
      "appointment.online_url",
      "appointment.name",
      "appointment.email",
      "appointment.phone",
      "appointment.organisation_typed",
      "appointment.organisation_id",
      "organisation.name as organisation",
      "appointment.theme_id",
      "appointment.subject",
      "appointment.message",
      "appointment.notes",
      "appointment.source",
      "appointment.state",
      "appointment.cancelled_at",
      "appointment.cancelled_by",
      "appointment.cancelled_why",
      "appointment.moved_at",
      "appointment.erased_at",
      "appointment.uid",
      "appointment.sequence",
      "appointment.link",
      "appointment.version",
      "appointment.created_at",
      "appointment.updated_at",
      "meeting.id as meeting_id",
    ]);

export type Appointment = Awaited<ReturnType<typeof listAppointments>>[number];

/** The appointments that begin between two days, both included, in order; of one officer, or of all. */
export function listAppointments(db: Db, { from, to, hostId }: { from: Day; to: Day; hostId?: number }) {
  return appointments(db)
    .where("appointment.starts_at", ">=", instantAt(from, "00:00"))
    .where("appointment.starts_at", "<=", instantAt(to, "23:59"))
    .$if(hostId !== undefined, (query) => query.where("appointment.host_id", "=", hostId ?? 0))
    .orderBy("appointment.starts_at")
    .orderBy("appointment.id")
    .execute();
}

export const findAppointment = (db: Db, id: number): Promise<Appointment | undefined> =>
  appointments(db).where("appointment.id", "=", id).executeTakeFirst();

/** A page of all the appointments, the latest first, and how many there are. */
export async function searchAppointments(
  db: Db,
  {
    organisation,
    words,
    limit,
    offset,
  }: { organisation?: number; words?: string; limit: number; offset: number },
) {
  const asked = appointments(db)
    .$if(organisation !== undefined, (query) =>
      query.where("appointment.organisation_id", "=", organisation ?? 0),
    )
    .$if(words !== undefined && words !== "", (query) =>
      query.where(
        sql<boolean>`platform.fold(concat_ws(' ', appointment.subject, appointment.name, appointment.organisation_typed, organisation.name)) like '%' || platform.fold(${words ?? ""}) || '%'`,
      ),
    );
  const lines = await asked
    .orderBy("appointment.starts_at", "desc")
    .orderBy("appointment.id", "desc")
    .limit(limit)
    .offset(offset)
    .select(sql<number>`count(*) over ()`.as("total"))
    .execute();
  return { lines, total: lines[0]?.total ?? 0 };
}

/** What goes into the other calendar of an officer: from three months ago on. */
export function listFeed(db: Db, hostId: number, now: Date) {
  return appointments(db)
    .where("appointment.host_id", "=", hostId)
    .where("appointment.starts_at", ">=", new Date(now.getTime() - 92 * 86_400_000))
    .orderBy("appointment.starts_at")
    .orderBy("appointment.id")
    .limit(2000)
    .execute();
}

/** How many appointments to come an address has with an officer. */
export async function countToCome(db: Db, hostId: number, email: string, now: Date): Promise<number> {
  const row = await db
    .selectFrom("support.appointments")
    .select((line) => line.fn.countAll<number>().as("count"))
    .where(sql<string>`lower(email)`, "=", email)
    .where("email", "<>", "")
    .where("host_id", "=", hostId)
    .where("state", "=", "booked")
    .where("starts_at", ">", now)
    .executeTakeFirstOrThrow();
  return row.count;
}
