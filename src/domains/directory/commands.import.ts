import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/**
 * Takes back the organisations that an import created, with the contact points that it gave them. Those that people
 * changed (their contact points too: each change counts a version), or that something else now rests on (a membership, a
 * meeting, an account), are kept and named.
 */
export async function removeImportedOrganisations(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const untouched = await db
      .selectFrom("directory.organisations as organisation")
      .select("id")
      .where("import_id", "=", importId)
      .where("version", "=", 1)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("directory.speakers as speaker")
              .select("speaker.id")
              .whereRef("speaker.organisation_id", "=", "organisation.id"),
          ),
        ),
      )
      .execute();
    const removed = await removeUnused(
      db,
      author,
      untouched.map((row) => row.id),
    );
    const kept = await db
      .selectFrom("directory.organisations")
      .select(["id", "name"])
      .where("import_id", "=", importId)
      .orderBy("id")
      .execute();
    return { removed, kept };
  });
}

/** Deletes those on which nothing rests: all at once, else by halves, since a foreign key refuses the whole statement. */
async function removeUnused(db: Db, author: Author, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  try {
    const { numDeletedRows } = await inTransaction(db, author, (db) =>
      db
        .deleteFrom("directory.organisations")
        .where("id", "=", sql<number>`any(${[...ids]})`)
        .executeTakeFirst(),
    );
    return Number(numDeletedRows);
  } catch (error) {
    if ((error as { code?: string }).code !== "23503") throw error;
    if (ids.length === 1) return 0;
    const half = Math.ceil(ids.length / 2);
    return (
      (await removeUnused(db, author, ids.slice(0, half))) + (await removeUnused(db, author, ids.slice(half)))
    );
  }
}
