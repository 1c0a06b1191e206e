import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** Meetings that the panel of an organisation shows. */
const shown = 20;

/** The last meetings with an organisation, and how many there were in all. */
export async function listMeetingsWith(db: Db, organisationId: number) {
  const lines = await db
    .selectFrom("activities.shared_meetings as meeting")
    .select(["meeting.id", "meeting.subject", "meeting.held_on", "meeting.type"])
    .select(sql<number>`count(*) over ()`.as("total"))
    .where((row) =>
      row.exists(
        row
          .selectFrom("activities.meeting_organisations as met")
          .select("met.id")
          .whereRef("met.meeting_id", "=", "meeting.id")
          .where("met.organisation_id", "=", organisationId),
      ),
    )
    .orderBy("meeting.held_on", "desc")
    .orderBy("meeting.id", "desc")
    .limit(shown)
    .execute();
  return { total: lines[0]?.total ?? 0, lines };
}
