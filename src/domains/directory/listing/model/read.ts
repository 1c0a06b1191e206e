import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Dimension, Scope } from "../input.ts";
import { sourceOf, valuesOf } from "../select.ts";
import { betweenDimensions, betweenValues } from "./columns.ts";
import type { ReadCard } from "./segment.ts";

/** The statement that reads cards to index, of these numbers or all. */
export function cardsOf(
  scope: Scope,
  dimensions: readonly Dimension[],
  ids?: readonly number[],
): RawBuilder<ReadCard> {
  const between = sql.lit(betweenValues);
  const values = dimensions.map((dimension) => {
    const { one, many } = valuesOf(dimension);
    return one ? sql`coalesce(${one}, '')` : sql`array_to_string(${many}, ${between})`;
  });
  const since = sql.ref(scope === "public" ? "organisation.listed_at" : "organisation.created_at");
  return sql<ReadCard>`
    select organisation.id, organisation.key, organisation.name, organisation.acronym,
           (extract(epoch from ${since}) * 1000000)::float8 as since,
           array_to_string(tsvector_to_array(organisation.search), ' ') as words, concat_ws(${sql.lit(betweenDimensions)}, ${sql.join(values)}) as values
    from ${sourceOf(scope)} organisation
    ${ids ? sql`where organisation.id = any(${[...ids]}::bigint[])` : sql``}
    order by organisation.key collate "C", organisation.id`;
}

/** All the cards of a scope, in the order of names, a few hundred at a time, as they stood when the transaction began. */
export async function* readCards(
  db: Db,
  scope: Scope,
  dimensions: readonly Dimension[],
): AsyncGenerator<ReadCard[]> {
  await sql`declare cards no scroll cursor for ${cardsOf(scope, dimensions)}`.execute(db);
  for (;;) {
    const { rows } = await sql<ReadCard>`fetch 400 from cards`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < 400) return;
  }
}
