import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Files } from "#platform/files/index.ts";
import { touchCourse } from "../courses/commands.state.ts";

export interface SentFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Adds a document to a course, from the team or from who asked. */
export async function addDocument(
  db: Db,
  author: Author,
  files: Files,
  courseId: number,
  { file, title, fromRequester }: { file: SentFile; title: string; fromRequester: boolean },
  now: Date,
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    const kept = await files.put(db, author, file);
    await db
      .insertInto("support.documents")
      .values({
        course_id: courseId,
        file_id: kept.id,
        title: title || kept.name,
        from_requester: fromRequester,
        added_by: author.accountId,
      })
      .execute();
    await touchCourse(db, courseId, now);
  });
}

/** Takes a document away for good, its bytes by night. */
export async function removeDocument(
  db: Db,
  author: Author,
  files: Files,
  courseId: number,
  id: number,
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    const gone = await db
      .deleteFrom("support.documents")
      .where("id", "=", id)
      .where("course_id", "=", courseId)
      .returning("file_id")
      .executeTakeFirst();
    if (gone) await files.remove(db, author, gone.file_id);
  });
}
