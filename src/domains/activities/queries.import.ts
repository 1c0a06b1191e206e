import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type MeetingFacts, meetingFingerprint } from "./rules.ts";

/**
 * Which of these meetings are already logged, fact for fact (`meetingFingerprint`), each with the number of the first
 * that is the same. Those that the import `importId` itself put in do not count. One statement whatever the number.
 */
export async function findSameMeetings(
  db: Db,
  facts: readonly MeetingFacts[],
  importId: number,
): Promise<Map<string, number>> {
  if (facts.length === 0) return new Map();
  const given = facts.map(({ typeId, heldOn, durationMinutes, participants }) => ({
    type_id: typeId,
    held_on: heldOn,
    duration_minutes: durationMinutes,
    participants,
  }));
  const { rows } = await sql<MeetingFacts & { id: number }>`
    select meeting.id, meeting.subject, meeting.type_id as "typeId", meeting.held_on as "heldOn",
           meeting.duration_minutes as "durationMinutes", meeting.participants, meeting.online,
           coalesce((select jsonb_agg(jsonb_build_object('typed', place.typed, 'communeCode', place.commune_code,
                       'countryCode', place.country_code))
             from activities.meeting_places place where place.meeting_id = meeting.id), '[]') as places
    from (select distinct * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
            as row (type_id bigint, held_on date, duration_minutes integer, participants integer)) given
    join activities.meetings meeting on meeting.held_on = given.held_on and meeting.type_id = given.type_id
      and meeting.duration_minutes = given.duration_minutes and meeting.participants = given.participants
    where meeting.removed_at is null and meeting.import_id is distinct from ${importId}
    order by meeting.id desc`.execute(db);
  return new Map(rows.map((row) => [meetingFingerprint(row), row.id]));
}

/** The meetings that an import wrote and that are still in the log, by line. */
export async function listImported(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .selectFrom("activities.meetings")
    .select(["id", "subject", "import_line as line"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("import_id", "=", importId)
    .where("removed_at", "is", null)
    .orderBy("import_line")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
