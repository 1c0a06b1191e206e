import type { Db } from "#platform/db/index.ts";

/** The confidential notes of a course, the oldest first: for staff only. */
export function listNotes(db: Db, courseId: number) {
  return db
    .selectFrom("support.notes")
    .select(["id", "body", "written_by", "version", "created_at", "updated_at"])
    .where("course_id", "=", courseId)
    .orderBy("id")
    .execute();
}
export type Note = Awaited<ReturnType<typeof listNotes>>[number];

/** The file of a document of this course. */
export function findDocument(db: Db, courseId: number, id: number) {
  return db
    .selectFrom("support.documents")
    .select(["id", "file_id", "title"])
    .where("course_id", "=", courseId)
    .where("id", "=", id)
    .executeTakeFirst();
}
