import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Question } from "../listing/input.ts";
import { answering } from "../listing/select.ts";
import type { Selection } from "./input.ts";

/** The numbers of the organisations meant: those checked, or all those of the search. */
export function chosenIds(db: Db, { portee, choix }: Selection, asked: Question): RawBuilder<{ id: number }> {
  if (portee === "cochees") return sql`select unnest(${choix}::bigint[]) as id`;
  return sql`${answering(db, "inside", asked).select("organisation.id")}`;
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
