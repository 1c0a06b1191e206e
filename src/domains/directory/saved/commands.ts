import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** Keeps an address of the list under a name. */
export async function saveView(
  db: Db,
  author: Author,
  { name, query, shared }: { name: string; query: string; shared: boolean },
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("directory.list_views")
      .values({ name, query, shared, created_by: author.accountId })
      .execute(),
  );
}

/** Takes a view away, or puts it back. */
export async function removeView(db: Db, author: Author, id: number, removed = true): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.list_views")
      .set({ removed_at: removed ? sql`now()` : null })
      .where("id", "=", id)
      .where("removed_at", removed ? "is" : "is not", null)
      .execute(),
  );
}
