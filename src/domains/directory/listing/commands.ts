import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Question } from "./input.ts";
import { answering } from "./select.ts";

/**
 * Puts all the organisations that answer the question in the public directory, or takes them out of it; gives back how many
 * changed. Those proposed or archived stay unseen whatever their visibility.
 */
export async function showOrganisations(
  db: Db,
  author: Author,
  asked: Question,
  visibility: "listed" | "internal",
): Promise<number> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.organisations")
      .set({ visibility, version: sql`version + 1`, updated_at: sql`now()` })
      .where("id", "in", answering(db, "inside", asked).select("organisation.id"))
      .where("visibility", "<>", visibility)
      .executeTakeFirst(),
  );
  return Number(done.numUpdatedRows);
}
