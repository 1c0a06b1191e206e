import { sql } from "kysely";
import { addTerm, findTermByWord } from "#domains/vocabularies/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { matchOrganisations } from "./queries.ts";

/**
 * Puts the team's mark `label` on the organisations that these names surely mean, and makes the mark if it is new. Names
 * that are not sure, or that nobody bears, are left out. Gives back how many organisations bear it that did not.
 */
export async function tagOrganisations(
  db: Db,
  author: Author,
  label: string,
  names: readonly string[],
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const term = (await findTermByWord(db, "tags", [label])).get(label);
    if (!term)
      await addTerm(db, author, "tags", undefined, { label, description: "", synonyms: [], parentId: null });
    const id = (term ?? (await findTermByWord(db, "tags", [label])).get(label))?.id;
    const matches = [...(await matchOrganisations(db, names)).values()];
    const sure = matches.flatMap((match) => ("sure" in match ? [match.sure.id] : []));
    const { numAffectedRows } = await sql`
      update directory.organisations set tag_ids = tag_ids || ${id}::bigint, version = version + 1, updated_at = now()
      where id = any(${sure}::bigint[]) and not tag_ids @> array[${id}::bigint]`.execute(db);
    return Number(numAffectedRows ?? 0n);
  });
}
