import type { Db } from "#platform/db/index.ts";
import { inTransaction, system } from "#platform/db/index.ts";
import { type ShippedTerm, shippedLists } from "./shipped.ts";

/** Puts in the shipped lists that are not there yet; a list that a network already has is left as it is. */
export async function loadVocabularies(db: Db): Promise<void> {
  await inTransaction(db, system, async (db) => {
    const known = await db.selectFrom("vocabularies.lists").select("id").execute();
    for (const list of shippedLists.filter((list) => !known.some((one) => one.id === list.id))) {
      const { id, label, description } = list;
      await db.insertInto("vocabularies.lists").values({ id, label, description }).execute();
      await db
        .insertInto("vocabularies.terms")
        .values(await rowsOf(db, id, list.terms))
        .execute();
    }
  });
}

async function rowsOf(db: Db, listId: string, terms: readonly ShippedTerm[]) {
  const families = await db
    .selectFrom("vocabularies.terms")
    .select(["id", "code"])
    .where("list_id", "=", "actor_families")
    .execute();
  return terms.map((term, position) => ({
    list_id: listId,
    code: term.code,
    label: term.label,
    position,
    synonyms: [...(term.synonyms ?? [])],
    parent_id: families.find((family) => family.code === term.parent)?.id ?? null,
  }));
}
