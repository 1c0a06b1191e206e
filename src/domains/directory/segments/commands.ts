import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Definition } from "./definition.ts";

export interface SegmentEntry {
  name: string;
  definition: Definition;
  sentence: string;
  shared: boolean;
}

const columnsOf = ({ name, definition, sentence, shared }: SegmentEntry) => ({
  name,
  criteria: JSON.stringify(definition),
  sentence: sentence.slice(0, 5000),
  shared,
});

/** Keeps a segment under a name; gives its number. */
export function addSegment(db: Db, author: Author, entry: SegmentEntry): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("directory.segments")
      .values({ ...columnsOf(entry), created_by: author.accountId })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** `stale`: a colleague changed the segment since `version`. */
export function changeSegment(
  db: Db,
  author: Author,
  id: number,
  entry: SegmentEntry,
  version: number,
): Promise<{ ok: true } | { ok: false; refusal: "stale" }> {
  return inTransaction(db, author, async (db) => {
    const done = await db
      .updateTable("directory.segments")
      .set({ ...columnsOf(entry), version: sql`version + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n ? { ok: true } : { ok: false, refusal: "stale" };
  });
}

/** Takes a segment away, or puts it back. */
export async function removeSegment(db: Db, author: Author, id: number, removed = true): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.segments")
      .set({
        removed_at: removed ? sql`now()` : null,
        version: sql`version + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", id)
      .where("removed_at", removed ? "is" : "is not", null)
      .execute(),
  );
}

/** Notes that a segment was used today, and how it reads now; written once a day. */
export async function noteSegmentUse(db: Db, author: Author, id: number, sentence: string): Promise<void> {
  await inTransaction(db, author, (db) =>
    sql`update directory.segments set used_on = current_date, sentence = ${sentence.slice(0, 5000)}
        where id = ${id} and (used_on is distinct from current_date or sentence <> ${sentence.slice(0, 5000)})`.execute(
      db,
    ),
  );
}
