import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type Desk, writeHandover } from "./letters.ts";

/**
 * Passes courses from one referent to another with a word, all in one statement; a course that is no longer `from`'s, or is
 * deleted, is left as it is, so that the same twice is once. `to` null: nobody for now. Who takes over and those who had asked
 * are written to in the same transaction. Returns how many were passed.
 */
export async function passOn(
  db: Db,
  author: Author,
  desk: Desk,
  { ids, from, to, word }: { ids: readonly number[]; from: string | null; to: string | null; word: string },
  now: Date,
): Promise<number> {
  if (ids.length === 0 || from === to) return 0;
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ id: number }>`
      update support.courses set referent_id = ${to}, version = version + 1, updated_at = ${now}, touched_at = ${now}
      where id = any(${[...ids]}::bigint[]) and referent_id is not distinct from ${from}::uuid and removed_at is null
      returning id`.execute(db);
    if (rows.length > 0) {
      const lines = rows.map(({ id }) => ({
        course_id: id,
        from_id: from,
        to_id: to,
        word,
        at: now,
        passed_by: author.accountId,
      }));
      await db.insertInto("support.handovers").values(lines).execute();
      await sql`delete from support.course_staff where user_id = ${to}::uuid
        and course_id = any(${rows.map(({ id }) => id)}::bigint[])`.execute(db);
      await writeHandover(db, author, desk, { ids: rows.map(({ id }) => id), from, to, word });
    }
    return rows.length;
  });
}
