import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { listTerms } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";

const whole = (db: Db) =>
  db
    .selectFrom("activities.meeting_lines as line")
    .innerJoin("activities.meetings as meeting", "meeting.id", "line.id")
    .select((row) => [
      "meeting.id",
      "meeting.subject",
      "meeting.type_id",
      "meeting.held_on",
      "meeting.duration_minutes",
      "meeting.participants",
      "meeting.online",
      "meeting.notes",
      "meeting.import_id",
      "meeting.import_line",
      "meeting.removed_at",
      "meeting.version",
      "meeting.created_at",
      "meeting.updated_at",
      "meeting.logged_by",
      sql<string>`line.type`.as("type"),
      sql<"online" | "office" | "trip">`line.setting`.as("setting"),
      jsonArrayFrom(
        row
          .selectFrom("activities.meeting_places as place")
          .leftJoin("territory.shared_communes as commune", "commune.code", "place.commune_code")
          .whereRef("place.meeting_id", "=", "meeting.id")
          .select([
            "place.typed",
            "place.commune_code",
            "place.country_code",
            "commune.name as commune",
            "commune.department_name as department",
          ])
          .orderBy("place.position"),
      ).as("places"),
      jsonArrayFrom(
        row
          .selectFrom("activities.meeting_organisations as met")
          .leftJoin(
            "directory.shared_organisations as organisation",
            "organisation.id",
            "met.organisation_id",
          )
          .whereRef("met.meeting_id", "=", "meeting.id")
          .select(["met.typed", "met.organisation_id", "organisation.name"])
          .orderBy("met.position"),
      ).as("organisations"),
    ]);

export type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** A meeting with its places and who was met; a deleted one too (`removed_at`). */
export function findMeeting(db: Db, id: number) {
  return whole(db).where("meeting.id", "=", id).executeTakeFirst();
}

/** The meeting that this account logged last: what the next entry starts from. */
export function findLastMeetingOf(db: Db, accountId: string | null) {
  return whole(db)
    .where("meeting.logged_by", "=", accountId)
    .where("meeting.removed_at", "is", null)
    .where("meeting.import_id", "is", null)
    .orderBy("meeting.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The types of the vocabulary, in its order; of those retired, only `kept`, which a meeting still bears. */
export async function listMeetingTypes(db: Db, kept?: number) {
  const terms = await listTerms(db, "meeting_types", { retired: true });
  return terms.filter((term) => !term.retired_at || term.id === kept).map(({ id, label }) => ({ id, label }));
}
