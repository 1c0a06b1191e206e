import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { forgetChanges } from "#platform/personal-data.ts";
import { touchCourse } from "../courses/commands.state.ts";

/** Notes time spent without the organisation: whole minutes, on a day, at what. */
export async function addTime(
  db: Db,
  author: Author,
  courseId: number,
  entry: { day: Day; minutes: number; what: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await db
      .insertInto("support.time_entries")
      .values({ course_id: courseId, ...entry, user_id: author.accountId })
      .execute();
    await touchCourse(db, courseId, now);
  });
}

/** Takes an entry of time away, or puts it back; twice is once. */
export async function setTimeRemoved(
  db: Db,
  author: Author,
  courseId: number,
  id: number,
  removed_at: Date | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.time_entries")
      .set({ removed_at })
      .where("id", "=", id)
      .where("course_id", "=", courseId)
      .where("removed_at", removed_at ? "is" : "is not", null)
      .execute(),
  );
}

/** Writes a confidential note; the rule of the settings erases it after the end of the course. */
export async function addNote(
  db: Db,
  author: Author,
  courseId: number,
  body: string,
  now: Date,
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await db
      .insertInto("support.notes")
      .values({ course_id: courseId, body, written_by: author.accountId })
      .execute();
    await touchCourse(db, courseId, now);
  });
}

/** Rewrites a note; false when a colleague changed or erased it since `version`. */
export async function rewriteNote(
  db: Db,
  author: Author,
  { courseId, id, version }: { courseId: number; id: number; version: number },
  body: string,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("support.notes")
      .set({ body, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("course_id", "=", courseId)
      .where("version", "=", version)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  });
}

/** Erases a note for good: what it said leaves the change log too. */
export async function eraseNote(db: Db, author: Author, courseId: number, id: number): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await db.deleteFrom("support.notes").where("id", "=", id).where("course_id", "=", courseId).execute();
    await forgetChanges(db, "support.notes", [id]);
  });
}
