import { sql } from "kysely";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { keepVersion } from "./commands.ts";
import { shippedLists } from "./shipped/index.ts";
import type { ShippedTerm } from "./shipped/types.ts";

/**
 * Puts in the shipped lists that are not there yet, each as its version 1; a list that a network already has is left as
 * it is. Several processes may call it at once.
 */
export async function loadVocabularies(db: Db): Promise<void> {
  await inTransaction(db, system, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('vocabularies.shipped'))`.execute(db);
    const known = new Set(
      (await db.selectFrom("vocabularies.lists").select("id").execute()).map((list) => list.id),
    );
    for (const [position, { id, label, description, parents, terms }] of shippedLists.entries()) {
      if (known.has(id)) continue;
      const list = { id, label, description, parent_list_id: parents ?? null, position };
      await db.insertInto("vocabularies.lists").values(list).execute();
      const rows = await rowsOf(db, id, parents ?? "", terms);
      if (rows.length > 0) await db.insertInto("vocabularies.terms").values(rows).execute();
      await keepVersion(db, system, id, "Liste livrée avec Maillage");
    }
  });
}

async function rowsOf(db: Db, listId: string, parentListId: string, terms: readonly ShippedTerm[]) {
  const parents = await db
    .selectFrom("vocabularies.terms")
    .select(["id", "code"])
    .where("list_id", "=", parentListId)
    .execute();
  return terms.map((term, position) => ({
    list_id: listId,
    code: term.code,
    label: term.label,
    description: term.description ?? "",
    position,
    colour: term.colour ?? null,
    crosswalk: JSON.stringify(term.crosswalk ?? {}),
    synonyms: [...(term.synonyms ?? [])],
    parent_id: parents.find((parent) => parent.code === term.parent)?.id ?? null,
  }));
}
