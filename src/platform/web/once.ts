import { sql } from "kysely";
import { z } from "zod";
import { type Author, type Db, inTransaction } from "../db/index.ts";
import type { Request } from "./env.ts";
import { formOf } from "./form.ts";

/**
 * Runs `work` once for a form, however many times it is sent: a double click, a refresh or a retry after a lost answer
 * gets the address that the first one got. `work` returns that address, in the same transaction as its changes.
 * A form without the hidden field `once` (written by `ui/form`) always runs.
 */
export async function once(
  c: Request,
  db: Db,
  author: Author,
  work: (db: Db) => Promise<string>,
): Promise<string> {
  const key = z.uuid().safeParse((await formOf(c)).get("once"));
  return inTransaction(db, author, async (db) => {
    if (!key.success) return work(db);
    const first =
      await sql`insert into platform.submissions (key) values (${key.data}) on conflict do nothing`.execute(
        db,
      );
    if (first.numAffectedRows === 0n) {
      const done = await db
        .selectFrom("platform.submissions")
        .select("location")
        .where("key", "=", key.data)
        .executeTakeFirstOrThrow();
      return done.location ?? "/";
    }
    const location = await work(db);
    await db.updateTable("platform.submissions").set({ location }).where("key", "=", key.data).execute();
    return location;
  });
}
