import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Nature, OrganiserRole, Registration, Status } from "./entry.ts";

const inParis = (column: "opens_at" | "closes_at") =>
  sql<string | null>`to_char(event.${sql.ref(column)} at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI')`;

/**
 * An event with its dates, the first one first, and who holds it; deleted ones too (`removed_at`), whatever its state. What a
 * term is called comes beside its number. One statement; the hours are those of the clock in Paris.
 */
export function findEvent(db: Db, id: number) {
  const label = (column: "kind_id" | "pole_id" | "axis_id" | "mission_id" | "scheme_id") =>
    sql<
      string | null
    >`(select term.label from vocabularies.shared_terms term where term.id = event.${sql.ref(column)})`;
  const labels = (column: "audience_type_ids" | "sector_ids" | "goal_ids") =>
    sql<
      string[]
    >`(select coalesce(jsonb_agg(term.label order by term.position), '[]') from vocabularies.shared_terms term
      where term.id = any(event.${sql.ref(column)}))`;
  return db
    .selectFrom("agenda.events as event")
    .leftJoin("agenda.modules as module", "module.id", "event.module_id")
    .selectAll("event")
    .$narrowType<{ visibility: "listed" | "internal"; origin: "own" | "relayed" }>()
    .select((row) => [
      sql<Status>`event.status`.as("status"),
      sql<Nature | null>`event.nature`.as("nature"),
      sql<Registration>`event.registration`.as("registration"),
      inParis("opens_at").as("opens"),
      inParis("closes_at").as("closes"),
      "module.title as module",
      label("kind_id").as("kind"),
      label("pole_id").as("pole"),
      label("axis_id").as("axis"),
      label("mission_id").as("mission"),
      label("scheme_id").as("scheme"),
      labels("audience_type_ids").as("audience_types"),
      labels("sector_ids").as("sectors"),
      labels("goal_ids").as("goals"),
      sql<string[]>`(select coalesce(jsonb_agg(country.name order by platform.fold(country.name)), '[]')
        from territory.shared_countries country where country.code = any(event.country_codes))`.as(
        "countries",
      ),
      jsonArrayFrom(
        row
          .selectFrom("agenda.organisers as organiser")
          .leftJoin(
            "directory.shared_organisations as organisation",
            "organisation.id",
            "organiser.organisation_id",
          )
          .select(["organiser.organisation_id", "organiser.typed", "organisation.name"])
          .select(sql<OrganiserRole>`organiser.role`.as("role"))
          .whereRef("organiser.event_id", "=", "event.id")
          .orderBy("organiser.position"),
      ).as("organisers"),
      jsonArrayFrom(
        row
          .selectFrom("agenda.sessions as session")
          .leftJoin("territory.shared_communes as commune", "commune.code", "session.commune_code")
          .whereRef("session.event_id", "=", "event.id")
          .select([
            "session.id",
            "session.title",
            "session.starts_on",
            "session.ends_on",
            "session.starts_at",
            "session.ends_at",
            "session.duration_minutes",
            "session.participants",
            "session.online",
            "session.online_url",
            "session.place",
            "session.address",
            "session.commune_code",
            "commune.name as commune",
            "commune.department_name as department",
            "session.cancelled_at",
            "session.moved_from",
            "session.moved_from_at",
            "session.removed_at",
            "session.updated_at",
            "session.version",
          ])
          .orderBy("session.starts_on")
          .orderBy(sql`session.starts_at nulls first`)
          .orderBy("session.id"),
      ).as("sessions"),
    ])
    .where("event.id", "=", id)
    .executeTakeFirst();
}

export type EventRecord = NonNullable<Awaited<ReturnType<typeof findEvent>>>;
export type SessionRecord = EventRecord["sessions"][number];

/** A meeting of the log that is that of a session, or of the event. */
export interface LinkedMeeting {
  id: number;
  subject: string;
  held_on: Day;
  /** Null: of the event, without saying which of its dates. */
  session_id: number | null;
}

/** The meetings of the log that are those of an event, the first one first. */
export async function listLinkedMeetings(db: Db, eventId: number): Promise<LinkedMeeting[]> {
  const { rows } = await sql<LinkedMeeting>`
    select meeting.id, meeting.subject, meeting.held_on, linked.session_id from agenda.session_meetings linked
    join activities.shared_meetings meeting on meeting.id = linked.meeting_id
    where linked.event_id = ${eventId} order by meeting.held_on, meeting.id`.execute(db);
  return rows;
}
