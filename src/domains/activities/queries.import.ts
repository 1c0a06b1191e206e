import { hash } from "node:crypto";
import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type MeetingFacts, meetingFingerprint } from "./rules.ts";

/**
 * Answers, slice after slice, which meeting is already logged with the same facts (`meetingFingerprint`): the first one.
 * A day is read once, however many slices speak of it. What the import `importId` itself put in does not count.
 */
export function openLog(db: Db, importId: number) {
  const days = new Set<Day>();
  const known = new Map<string, number>();
  return {
    async prepare(wanted: readonly Day[]) {
      const fresh = [...new Set(wanted)].filter((day) => !days.has(day));
      if (fresh.length === 0) return;
      for (const row of await listLogged(db, fresh, importId)) known.set(printOf(row), row.id);
      for (const day of fresh) days.add(day);
    },
    find: (facts: MeetingFacts) => (known.size === 0 ? undefined : known.get(printOf(facts))),
  };
}

/** Short, so that a hundred thousand of them weigh little. */
const printOf = (facts: MeetingFacts) => hash("sha1", meetingFingerprint(facts), "base64");

async function listLogged(db: Db, days: readonly Day[], importId: number) {
  const { rows } = await sql<MeetingFacts & { id: number }>`
    select meeting.id, meeting.subject, meeting.type_id as "typeId", meeting.held_on as "heldOn",
           meeting.duration_minutes as "durationMinutes", meeting.participants, meeting.online,
           coalesce((select jsonb_agg(jsonb_build_object('typed', place.typed, 'communeCode', place.commune_code,
                       'countryCode', place.country_code))
             from activities.meeting_places place where place.meeting_id = meeting.id), '[]') as places
    from activities.meetings meeting
    where meeting.held_on = any(${[...days]}::date[]) and meeting.removed_at is null
      and meeting.import_id is distinct from ${importId}
    order by meeting.id desc`.execute(db);
  return rows;
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
