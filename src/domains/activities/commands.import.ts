import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { MeetingFacts } from "./rules.ts";

/** A row of a spreadsheet, read and matched: what it says, and its line in the file. */
export interface ImportedMeeting extends MeetingFacts {
  /** Unique among the rows of one call. */
  importLine: number;
}

/**
 * Writes many meetings at once, in the name of an import; how many. One statement whatever the number, so a caller who
 * holds constant memory calls it by slices of some thousand. Rows come checked: one that is neither online nor
 * anywhere throws, and so does an unknown type or a value that the table refuses; then nothing of the call stays.
 */
export async function addMeetings(
  db: Db,
  author: Author,
  rows: readonly ImportedMeeting[],
  importId: number,
): Promise<number> {
  const nowhere = rows.find((row) => !row.online && row.places.length === 0);
  if (nowhere) throw new Error(`Line ${nowhere.importLine} is neither online nor anywhere.`);
  if (rows.length === 0) return 0;
  await inTransaction(db, author, (db) =>
    sql`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
          subject text, "typeId" bigint, "heldOn" date, "durationMinutes" integer, participants integer,
          online boolean, places jsonb, "importLine" integer)
      ), added as (
        insert into activities.meetings
          (subject, type_id, held_on, duration_minutes, participants, online, logged_by, import_id, import_line)
        select subject, "typeId", "heldOn", "durationMinutes", participants, online,
               ${author.accountId}::uuid, ${importId}::bigint, "importLine"
        from given order by "importLine"
        returning id, import_line
      )
      insert into activities.meeting_places (meeting_id, position, typed, commune_code, country_code)
      select added.id, place.position - 1, place.line ->> 'typed', place.line ->> 'communeCode', place.line ->> 'countryCode'
      from added
      join given on given."importLine" = added.import_line
      cross join jsonb_array_elements(given.places) with ordinality as place (line, position)
    `.execute(db),
  );
  return rows.length;
}

/** What the undo of an import left in place, because a person changed it since. */
export interface KeptMeeting {
  id: number;
  subject: string;
  heldOn: Day;
  importLine: number | null;
}

/**
 * Takes back the meetings of an import. Those that a person changed since are kept, and named: their work is not the
 * import's to undo. Those that a person deleted go with the rest. The change log keeps them all.
 */
export async function removeImported(
  db: Db,
  author: Author,
  importId: number,
): Promise<{ removed: number; kept: KeptMeeting[] }> {
  return inTransaction(db, author, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom("activities.meetings")
      .where("import_id", "=", importId)
      .where((row) => row.or([row("version", "=", 1), row("removed_at", "is not", null)]))
      .executeTakeFirst();
    const kept = await db
      .selectFrom("activities.meetings")
      .select(["id", "subject", "held_on as heldOn", "import_line as importLine"])
      .where("import_id", "=", importId)
      .orderBy("import_line")
      .execute();
    return { removed: Number(numDeletedRows), kept };
  });
}
