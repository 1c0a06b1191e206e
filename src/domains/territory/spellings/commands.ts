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
          .where("removed_at", "is", null)
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
      .onConflict((conflict) => conflict.column("key").where("removed_at", "is", null).doNothing())
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

/** Takes a staff decision back: what it said; undefined when a colleague already had. */
export async function removeSpelling(db: Db, author: Author, id: number, now: Date) {
  return inTransaction(db, author, async (db) =>
    db
      .updateTable("territory.spellings")
      .set({ removed_at: now.toISOString() })
      .where("id", "=", id)
      .where("removed_at", "is", null)
      .returning(["id", "label"])
      .executeTakeFirst(),
  );
}

/** Puts it back; undefined when it was never taken back, or when its spelling has been given to a commune meanwhile. */
export async function restoreSpelling(db: Db, author: Author, id: number) {
  return inTransaction(db, author, async (db) =>
    db
      .updateTable("territory.spellings as spelling")
      .set({ removed_at: null })
      .where("id", "=", id)
      .where("removed_at", "is not", null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("territory.spellings as other")
              .select("other.id")
              .whereRef("other.key", "=", "spelling.key")
              .where("other.removed_at", "is", null),
          ),
        ),
      )
      .returning("commune_code")
      .executeTakeFirst(),
  );
}
