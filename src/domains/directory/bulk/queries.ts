import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { listFilterFields } from "../listing/fields.ts";
import { dimensionsOf } from "../listing/input.ts";
import type { Reading } from "../listing/reading.ts";
import { answering } from "../listing/select.ts";
import type { Selection } from "./input.ts";

/** The numbers of the organisations meant: those checked, or all those of the search, which `only` may narrow. */
export async function chosenIds(
  db: Db,
  { portee, choix }: Selection,
  { asked, only }: Pick<Reading, "asked" | "only">,
): Promise<RawBuilder<{ id: number }>> {
  if (portee === "cochees") return sql`select unnest(${choix}::bigint[]) as id`;
  const among = dimensionsOf("inside", await listFilterFields(db, "inside"));
  return sql`select organisation.id ${answering("inside", asked, among, only)}`;
}

/** How many are meant, and the names of the first. */
export async function countChosen(db: Db, ids: RawBuilder<{ id: number }>) {
  const { rows } = await sql<{ count: number; names: string[] }>`
    with chosen as materialized (${ids})
    select count(*) as count,
           array(select name from directory.organisations where id in (select id from chosen)
                 order by key, id limit 10) as names
    from chosen`.execute(db);
  return rows[0] ?? { count: 0, names: [] };
}

/** One thing done to many, to be undone. */
export function findBulkAction(db: Db, id: number) {
  return db
    .selectFrom("directory.bulk_actions")
    .select(["id", "kind", "undone_at"])
    .where("id", "=", id)
    .executeTakeFirst();
}
