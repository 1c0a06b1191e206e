import { type SqlBool, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { listFilterFields } from "./fields.ts";
import { dimensionsOf, type Question } from "./input.ts";
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
  const among = dimensionsOf("inside", await listFilterFields(db, "inside"));
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.organisations")
      .set({ visibility, version: sql`version + 1`, updated_at: sql`now()` })
      .where(sql<SqlBool>`id in (select organisation.id ${answering("inside", asked, among)})`)
      .where("visibility", "<>", visibility)
      .executeTakeFirst(),
  );
  return Number(done.numUpdatedRows);
}
