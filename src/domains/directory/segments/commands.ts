import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { chosenId } from "./criteria.chosen.ts";
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

/** A list that is made by hand, still empty: a segment that says only who was put in it. */
export function addList(db: Db, author: Author, name: string): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const entry = { name, definition: [], sentence: "", shared: true };
    const id = await addSegment(db, author, entry);
    const definition = [[{ criterion: chosenId, asked: { liste: [String(id)] } }]];
    await db
      .updateTable("directory.segments")
      .set({
        by_hand: true,
        criteria: JSON.stringify(definition),
        sentence: `les organisations qui sont dans la liste « ${name} »`,
      })
      .where("id", "=", id)
      .execute();
    return id;
  });
}
