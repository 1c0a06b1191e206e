import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Computed, Indicator, Line, YearFigures } from "./indicator.ts";
import { indicators } from "./indicators/index.ts";
import { type CountedRow, isOpen, type Rowset, rowsetNames } from "./rowsets.ts";
import { sources } from "./sources.ts";
import { computed, countedRows, measureOf, withRows } from "./statement.ts";

/**
 * Computes indicators (all of them, or those given) for each year, in one statement that reads each shared view once.
 * `withRows` adds every row that anyone may read and, beside each figure that counts such rows, their ids.
 */
export async function computeYears(
  db: Db,
  years: readonly number[],
  options: { only?: readonly Indicator[]; withRows?: boolean } = {},
): Promise<YearFigures[]> {
  const { only = indicators, withRows: whole = false } = options;
  const rowsets = whole ? rowsetNames : rowsetNames.filter((name) => only.some((one) => one.rows === name));
  if (years.length === 0 || only.length === 0) return years.map((year) => ({ year, values: {} }));
  const columns = only.map(
    (indicator) => sql`${computed(indicator, whole && isOpen(indicator.rows))} as ${sql.id(indicator.id)}`,
  );
  const all = whole
    ? sql`, jsonb_build_object(${sql.join(rowsets.filter(isOpen).map(everyRow))}) as "rows"`
    : sql``;
  const { rows } = await sql<{ year: number } & Record<string, Computed>>`
    ${withRows(years, rowsets)}
    select asked.year, ${sql.join(columns)} ${all}
    from unnest(${years}::int[]) with ordinality as asked (year, position)
    order by asked.position`.execute(db);
  return rows.map(({ year, rows, ...values }) => ({
    year,
    values: Object.fromEntries(only.map((one) => [one.id, completed(one, values[one.id])])),
    ...(whole ? { rows: rows as unknown as YearFigures["rows"] } : {}),
  }));
}

/** One year's figures; see `computeYears`. */
export async function computeYear(db: Db, year: number, only?: readonly Indicator[]): Promise<YearFigures> {
  const [figures] = await computeYears(db, [year], { only });
  return figures ?? { year, values: {} };
}

const everyRow = (name: Rowset) => sql`${sql.lit(name)}, (
  select coalesce(jsonb_agg(to_jsonb(line) - 'place_in_list' order by line.place_in_list), '[]')
  from (select ${sources[name].columns}, row_number() over (order by ${sources[name].order}) as place_in_list
        from ${sql.id(name)} as counted where counted.year = asked.year) as line)`;

/** A breakdown whose lines are known beforehand has them all, in their order. */
function completed(indicator: Indicator, found: Computed | undefined): Computed {
  const known = indicator.breakdown?.lines;
  if (!found || !known || !Array.isArray(found.value))
    return found ?? { value: indicator.breakdown ? [] : 0 };
  const met = found.value;
  return {
    ...found,
    value: known.map((line): Line => ({ value: 0, ...met.find(({ key }) => key === line.key), ...line })),
  };
}

export interface Counted {
  /** The figure of these rows alone. */
  value: number;
  /** How many rows there are in all. */
  total: number;
  rows: CountedRow[];
}

/**
 * The rows that a figure (or one line of it) counts, in their order; `page` from 1. All of them without a page.
 * `inside`: as staff and the board read them.
 */
export async function listCounted(
  db: Db,
  indicator: Indicator,
  asked: { year: number; key?: string; page?: { number: number; size: number }; inside?: boolean },
): Promise<Counted> {
  const year = sql`${asked.year}::int`;
  const which = countedRows(indicator, year, asked.key);
  const source = sources[indicator.rows];
  const columns = (asked.inside && source.inside) || source.columns;
  const page = asked.page
    ? sql`limit ${asked.page.size} offset ${(asked.page.number - 1) * asked.page.size}`
    : sql``;
  const { rows } = await sql<Counted>`
    ${withRows([asked.year], [indicator.rows])}
    select ${measureOf(indicator, year)} as value, count(*) as total, (
      select coalesce(jsonb_agg(to_jsonb(line) - 'place_in_list' order by line.place_in_list), '[]')
      from (select ${columns}, row_number() over (order by ${source.order}) as place_in_list
            from ${sql.id(indicator.rows)} as counted where ${which} order by ${source.order} ${page}) as line) as rows
    from ${sql.id(indicator.rows)} as counted where ${which}`.execute(db);
  return rows[0] ?? { value: 0, total: 0, rows: [] };
}

/** The years of which something is recorded, the last first. */
export async function listYears(db: Db): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from (
      select year from activities.shared_meetings
      union select year from agenda.shared_training_sessions
      union select year from support.shared_courses where year is not null
      union select year from membership.shared_memberships) as known
    order by year desc`.execute(db);
  return rows.map(({ year }) => year);
}
