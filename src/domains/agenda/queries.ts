import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";

/** A training with its sessions, the last first; deleted ones too (`removed_at`). */
export function findTraining(db: Db, id: number) {
  return db
    .selectFrom("agenda.events as training")
    .select((row) => [
      "training.id",
      "training.title",
      "training.description",
      sql<"listed" | "internal">`training.visibility`.as("visibility"),
      "training.removed_at",
      "training.updated_at",
      "training.version",
      jsonArrayFrom(
        row
          .selectFrom("agenda.sessions as session")
          .leftJoin("territory.shared_communes as commune", "commune.code", "session.commune_code")
          .whereRef("session.event_id", "=", "training.id")
          .select([
            "session.id",
            "session.starts_on",
            "session.ends_on",
            "session.duration_minutes",
            "session.participants",
            "session.online",
            "session.place",
            "session.commune_code",
            "commune.name as commune",
            "commune.department_name as department",
            "session.removed_at",
            "session.updated_at",
            "session.version",
          ])
          .orderBy("session.starts_on", "desc")
          .orderBy("session.id", "desc"),
      ).as("sessions"),
    ])
    .where("training.id", "=", id)
    .where("training.training", "=", true)
    .executeTakeFirst();
}

export type Training = NonNullable<Awaited<ReturnType<typeof findTraining>>>;
export type Session = Training["sessions"][number];
