import { sql } from "kysely";
import { chosenIn, type Dimension, none, type Question, type Scope } from "./input.ts";
import { termLists, withLabels } from "./labels.ts";
import { type Condition, filtersOf, inScope, valuesOf } from "./select.ts";

/**
 * The total and the counts of each dimension, in one pass over those whom the words find: each organisation notes the
 * filters that it misses; missing none it counts everywhere, missing one it counts for that one alone.
 */
export function countsSelected(
  scope: Scope,
  asked: Question,
  among: readonly Dimension[],
  counted: readonly Dimension[],
  only?: Condition,
) {
  const misses = filtersOf(scope, asked, among).map(
    ({ dimension, condition }) =>
      sql`case when (${condition}) is not true then ${sql.lit(dimension)}::text end`,
  );
  const columns = counted.map((dimension, index) => {
    const { one, many } = valuesOf(dimension);
    return sql`${one ?? many} as ${sql.id(`value_${index}`)}`;
  });
  const said = counted.map((dimension, index) => {
    const value = sql.ref(`found.value_${index}`);
    const values = valuesOf(dimension).one
      ? sql`${value}`
      : sql`unnest(coalesce(nullif(${value}, '{}'), array[null]::text[]))`;
    return sql`select ${sql.lit(dimension)}::text as dimension, ${values} as value`;
  });
  return sql`
    with found as materialized (
      select ${sql.join([...columns, sql`array_remove(array[${sql.join(misses)}]::text[], null) as misses`])}
      ${inScope(scope, asked, only)})
    select (select count(*) from found where misses = '{}') as total,
      (select count(*) from found where not 'statut' = any(misses)) as unfiltered,
      (select coalesce(json_agg(json_build_object('dimension', dimension, 'value', code, 'label', label, 'count', count)), '[]')
       from (${withLabels(sql`
         select dimension, value, sum(count)::bigint as count from (
           select said.dimension, said.value, count(*) as count
           from found cross join lateral (${sql.join(said, sql` union all `)}) said
           where found.misses <@ array[said.dimension] group by said.dimension, said.value
           ${chosenLines(asked, chosenIn(asked, counted))}
         ) counted group by dimension, value`)}) worded) as lines`;
}

/** The values chosen, counted for nothing: their label is known even when nobody is left. */
const chosenLines = (asked: Question, chosen: readonly Dimension[]) =>
  sql.join(
    chosen
      .filter((dimension) => asked[dimension] !== none)
      .map((dimension) => {
        const list = termLists[dimension as keyof typeof termLists];
        return list
          ? sql`union all select ${sql.lit(dimension)}::text, id::text, 0 from vocabularies.shared_terms
              where list_id = ${list} and code = ${asked[dimension]}`
          : sql`union all select ${sql.lit(dimension)}::text, ${asked[dimension]}::text, 0`;
      }),
    sql` `,
  );
