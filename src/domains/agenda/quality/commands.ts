import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { QualityState } from "./queries.ts";
import { referential } from "./referential.ts";

export type Outcome = { ok: true } | { ok: false; refusal: "changed_meanwhile" };

/** Says where the network stands on an indicator, unless it is no longer at `version` (0: nothing was said). */
export async function sayQuality(
  db: Db,
  author: Author,
  indicator: number,
  version: number,
  said: { state: QualityState; words: string; proof: string; checked_on: Day },
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const row = { ...said, referential, indicator, checked_by: author.accountId, version: version + 1 };
    const { numInsertedOrUpdatedRows: written } = await db
      .insertInto("agenda.quality_answers")
      .values(row)
      .onConflict((known) =>
        known
          .columns(["referential", "indicator"])
          .doUpdateSet({ ...row, updated_at: sql`now()` })
          .where("agenda.quality_answers.version", "=", version),
      )
      .executeTakeFirstOrThrow();
    return written ? { ok: true } : { ok: false, refusal: "changed_meanwhile" };
  });
}
