import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { placeKey } from "../rules.ts";

export type SpellingRefusal = "nothing" | "no-commune" | "taken";

/**
 * What the staff decided once is known for ever: `typed` (in any case, with or without accents) is this commune.
 * The last decision wins. Refused: a text without a letter, a commune that does not exist.
 */
export async function rememberPlace(
  db: Db,
  author: Author,
  typed: string,
  communeCode: string,
): Promise<{ ok: true } | { ok: false; refusal: SpellingRefusal }> {
  return inTransaction(db, author, async (db) => {
    const row = await spelling(db, typed, communeCode);
    if (!row.ok) return row;
    await db
      .insertInto("territory.spellings")
      .values(row.values)
      .onConflict((conflict) =>
        conflict
          .column("key")
          .doUpdateSet({ label: row.values.label, commune_code: communeCode, created_at: sql`now()` }),
      )
      .execute();
    return { ok: true };
  });
}

/** The same from a commune's own page, where taking a spelling away from another commune would go unseen: refused. */
export async function addSpelling(
  db: Db,
  author: Author,
  typed: string,
  communeCode: string,
): Promise<{ ok: true } | { ok: false; refusal: SpellingRefusal }> {
  return inTransaction(db, author, async (db) => {
    const row = await spelling(db, typed, communeCode);
    if (!row.ok) return row;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("territory.spellings")
      .values(row.values)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 0n ? { ok: false, refusal: "taken" } : { ok: true };
  });
}

async function spelling(db: Db, typed: string, communeCode: string) {
  const key = placeKey(typed);
  const label = typed.trim().slice(0, 200);
  if (!/[a-z]/.test(key)) return { ok: false as const, refusal: "nothing" as const };
  const commune = await db
    .selectFrom("territory.communes")
    .select("code")
    .where("code", "=", communeCode)
    .executeTakeFirst();
  if (!commune) return { ok: false as const, refusal: "no-commune" as const };
  return { ok: true as const, values: { key, label, commune_code: communeCode } };
}

/** Forgets a staff decision: what it said, for the notice that can take it back; undefined when it was already gone. */
export async function forgetSpelling(db: Db, author: Author, id: number) {
  return inTransaction(db, author, async (db) =>
    db
      .deleteFrom("territory.spellings")
      .where("id", "=", id)
      .returning(["label", "commune_code"])
      .executeTakeFirst(),
  );
}
