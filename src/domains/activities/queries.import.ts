import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { meetingFingerprint } from "./rules.ts";

/**
 * The fingerprints (`meetingFingerprint`) of the meetings already logged on these days, each with the number of the
 * first that bears it: what an import compares its rows with, a slice of days at a time.
 */
export async function findMeetingFingerprints(db: Db, days: readonly Day[]): Promise<Map<string, number>> {
  if (days.length === 0) return new Map();
  const rows = await db
    .selectFrom("activities.meetings as meeting")
    .select((row) => [
      "id",
      "subject",
      "type_id as typeId",
      "held_on as heldOn",
      "duration_minutes as durationMinutes",
      "participants",
      "online",
      jsonArrayFrom(
        row
          .selectFrom("activities.meeting_places as place")
          .whereRef("place.meeting_id", "=", "meeting.id")
          .select(["typed", "commune_code as communeCode", "country_code as countryCode"]),
      ).as("places"),
    ])
    .where("held_on", "in", [...new Set(days)])
    .where("removed_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map((row) => [meetingFingerprint(row), row.id]));
}
