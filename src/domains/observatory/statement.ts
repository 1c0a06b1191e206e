import { type RawBuilder, sql } from "kysely";
import type { Indicator } from "./indicator.ts";
import { type Rowset, rowsetNames } from "./rowsets.ts";
import { sources } from "./sources.ts";

/** `with meetings as materialized (…), …`: the rows of these years, each view read once. */
export const withRows = (years: readonly number[], rowsets: readonly Rowset[] = rowsetNames) =>
  sql`with ${sql.join(
    rowsets.map((name) => sql`${sql.id(name)} as materialized (${sources[name].rows(years)})`),
  )}`;

/** Which rows of `year` an indicator counts; with a key, those of one line of its breakdown. */
export function countedRows({ where, breakdown }: Indicator, year: RawBuilder<unknown>, key?: string) {
  const line =
    key === undefined || !breakdown ? undefined : (breakdown.only?.(key) ?? sql`${breakdown.key} = ${key}`);
  const conditions = [sql`counted.year = ${year}`, ...(where ? [where] : []), ...(line ? [line] : [])];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** The figure that the counted rows make: hours with their hundredths, shares in percent. */
export function measureOf({ measure, rows }: Indicator, year: RawBuilder<unknown>): RawBuilder<number> {
  switch (measure.kind) {
    case "count":
      return sql`count(distinct counted.id)::float`;
    case "sum":
      return measure.of === "duration_minutes"
        ? sql`round(coalesce(sum(counted.duration_minutes), 0) / 60.0, 2)::float`
        : sql`coalesce(sum(counted.${sql.id(measure.of)}), 0)::float`;
    case "share":
      return sql`coalesce(round(100.0 * count(*) / nullif((
        select count(*) from ${sql.id(rows)} as every where every.year = ${year}), 0), 2), 0)::float`;
    case "per_month":
      return sql`round(count(*) / 12.0, 2)::float`;
  }
}

const idsOf = (withIds: boolean) =>
  withIds ? sql`, 'ids', coalesce(jsonb_agg(distinct counted.id), '[]')` : sql``;

/** A Computed as one JSON value, for the year of the alias `asked`. */
export function computed(indicator: Indicator, withIds: boolean): RawBuilder<unknown> {
  const year = sql`asked.year`;
  const { breakdown, rows } = indicator;
  const measured = measureOf(indicator, year);
  if (!breakdown)
    return sql`(select jsonb_build_object('value', ${measured} ${idsOf(withIds)})
      from ${sql.id(rows)} as counted where ${countedRows(indicator, year)})`;
  const place = breakdown.order ?? sql`null`;
  return sql`(select jsonb_build_object('value', coalesce(
      jsonb_agg(line.found order by line.place, line.value desc, line.label), '[]'))
    from (select ${place} as place, ${measured} as value, min(${breakdown.label}) as label,
                 jsonb_build_object('key', ${breakdown.key}, 'label', min(${breakdown.label}), 'value', ${measured}
                   ${breakdown.note ? sql`, 'note', ${breakdown.note}` : sql``} ${idsOf(withIds)}) as found
          from ${sql.id(rows)} as counted ${breakdown.from ?? sql``}
          where ${countedRows(indicator, year)}
          group by ${breakdown.key}) as line)`;
}
