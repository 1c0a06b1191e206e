import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";

/** An event as those who register see it: what it is, its sessions in order, and how many have a place or wait, by session. */
export function findBooking(db: Db, id: number) {
  return bookings(db).where("event.id", "=", id).executeTakeFirst();
}

const bookings = (db: Db) =>
  db
    .selectFrom("agenda.events as event")
    .select((row) => [
      "event.id",
      "event.title",
      "event.training",
      "event.status",
      "event.visibility",
      "event.objectives",
      "event.registration",
      "event.registration_url",
      "event.opens_at",
      "event.closes_at",
      "event.capacity",
      "event.series",
      "event.price_cents",
      "event.price_words",
      "event.questionnaire_id",
      "event.satisfaction_id",
      "event.contact",
      "event.accessibility",
      "event.cancelled_why",
      "event.version",
      sql<boolean>`event.cancelled_at is not null`.as("cancelled"),
      jsonArrayFrom(
        row
          .selectFrom("agenda.sessions as session")
          .leftJoin("territory.shared_communes as commune", "commune.code", "session.commune_code")
          .whereRef("session.event_id", "=", "event.id")
          .where("session.removed_at", "is", null)
          .select([
            "session.id",
            "session.title",
            "session.starts_on",
            "session.ends_on",
            sql<string | null>`to_char(session.starts_at, 'HH24:MI')`.as("starts_at"),
            sql<string | null>`to_char(session.ends_at, 'HH24:MI')`.as("ends_at"),
            sql<number>`coalesce(nullif(session.duration_minutes, 0),
              extract(epoch from session.ends_at - session.starts_at)::int / 60, 0)`.as("minutes"),
            "session.online",
            "session.place",
            "session.address",
            "session.online_url",
            "commune.name as commune",
            "session.participants",
            "session.uid",
            "session.sequence",
            sql<boolean>`session.cancelled_at is not null`.as("cancelled"),
          ])
          .orderBy("session.starts_on")
          .orderBy(sql`session.starts_at nulls first`)
          .orderBy("session.id"),
      ).as("sessions"),
      jsonArrayFrom(
        row
          .selectFrom("agenda.registrations as registration")
          .whereRef("registration.event_id", "=", "event.id")
          .where("registration.state", "<>", "cancelled")
          .select([
            "registration.session_id",
            sql<number>`(count(*) filter (where state = 'confirmed' and source <> 'door'))::int`.as("taken"),
            sql<number>`(count(*) filter (where state = 'waiting'))::int`.as("waiting"),
          ])
          .groupBy("registration.session_id"),
      ).as("pools"),
    ])
    .where("event.removed_at", "is", null);

export type Booking = NonNullable<Awaited<ReturnType<typeof findBooking>>>;
export type BookedSession = Booking["sessions"][number];
