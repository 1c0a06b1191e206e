import type { Db } from "#platform/db/index.ts";

/** How many lines of the change log, about this table, hold these words. */
export async function timesInChanges(db: Db, table: string, words: string): Promise<number> {
  const lines = await db
    .selectFrom("platform.changes")
    .select(["before", "after"])
    .where("table_name", "=", table)
    .execute();
  return lines.filter((line) => JSON.stringify(line).includes(words)).length;
}
