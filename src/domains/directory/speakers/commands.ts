import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** The account speaks for the organisation from now on; said twice, it counts once. */
export function addSpeaker(db: Db, author: Author, organisationId: number, userId: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db
      .insertInto("directory.speakers")
      .values({ organisation_id: organisationId, user_id: userId })
      .onConflict((row) => row.doNothing())
      .execute();
  });
}
