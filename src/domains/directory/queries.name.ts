import type { Db } from "#platform/db/index.ts";

/** An organisation by its number, for the pages that speak of it: its name and its state. */
export function findName(db: Db, id: number) {
  return db
    .selectFrom("directory.organisations")
    .select(["id", "name", "status"])
    .where("id", "=", id)
    .executeTakeFirst();
}
