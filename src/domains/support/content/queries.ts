import type { Db } from "#platform/db/index.ts";

/** The confidential notes of a course, the oldest first: for staff only. */
export function listNotes(db: Db, courseId: number) {
  return db
    .selectFrom("support.notes as note")
    .leftJoin("accounts.shared_names as author", "author.id", "note.written_by")
    .select(["note.id", "note.body", "author.name as by", "note.version", "note.created_at"])
    .where("note.course_id", "=", courseId)
    .orderBy("note.id")
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
