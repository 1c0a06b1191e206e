import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { logMeetings } from "../commands.many.ts";
import type { MeetingEntry } from "../commands.ts";

/** Logs a meeting again at each of these dates, without its notes: each is its own. The series by which they are taken back. */
export async function repeatMeeting(
  db: Db,
  author: Author,
  model: MeetingEntry,
  { days, participants }: { days: readonly Day[]; participants: number },
): Promise<string> {
  const seriesId = randomUUID();
  await logMeetings(
    db,
    author,
    days.map((heldOn) => ({ ...model, heldOn, participants, notes: "", seriesId })),
  );
  return seriesId;
}

/** Deletes the meetings of a series that nobody changed since; how many. */
export async function removeSeries(db: Db, author: Author, seriesId: string, now: Date): Promise<number> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("activities.meetings")
      .set({ removed_at: now, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
      .where("series_id", "=", seriesId)
      .where("version", "=", 1)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return Number(done.numUpdatedRows);
}
