import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Dimension, ProjectQuestion, Scope } from "./input.list.ts";
import { type Piece, passing } from "./select.ts";

const list = (of: Piece) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;

/** One filter: its values over the projects that pass the others. */
const facet = (dimension: Dimension, value: Piece, label: Piece, from: Piece, sorted: Piece) =>
  sql`${sql.lit(dimension)}, ${list(sql`select ${value} as value, ${label} as label, count(distinct base.id)::int as count
    from base ${from} where ${passing(dimension)} group by 1 order by ${sorted}`)}`;

const byCount = sql`3 desc, 2`;

/** All the filters, each counted over the projects that pass the others. */
export function facetsOf(scope: Scope, today: Day) {
  const term = (ids: Piece) => sql`join vocabularies.shared_terms term on term.id = ${ids}`;
  const country = sql`cross join unnest(base.country_codes) as its (code)
    join territory.shared_countries country on country.code = its.code`;
  const position = sql`min(term.position)`;
  const year = Number(today.slice(0, 4));
  return sql`jsonb_build_object(
    ${facet(
      "departement",
      sql`department.code`,
      sql`min(department.name)`,
      sql`
      join projects.project_departments place on place.project_id = base.id
      join territory.shared_departments department on department.code = place.department_code`,
      byCount,
    )},
    ${facet("zone", sql`country.subregion_code`, sql`min(country.subregion)`, country, byCount)},
    ${facet("pays", sql`country.code`, sql`min(country.name)`, country, byCount)},
    ${facet("secteur", sql`term.code`, sql`min(term.label)`, term(sql`any(base.sector_ids)`), byCount)},
    ${facet("odd", sql`term.code`, sql`min(term.label)`, term(sql`any(base.goal_ids)`), position)},
    ${facet("axe", sql`term.code`, sql`min(term.label)`, term(sql`base.axis_id`), position)},
    ${facet("etape", sql`base.stage`, sql`''`, sql``, sql`1`)},
    ${facet("origine", sql`base.origin`, sql`''`, sql``, byCount)},
    ${facet(
      "annee",
      sql`its.year::text`,
      sql`its.year::text`,
      sql`cross join lateral generate_series(
        extract(year from coalesce(base.starts_on, base.ends_on))::int,
        greatest(extract(year from coalesce(base.starts_on, base.ends_on))::int, extract(year from coalesce(base.ends_on,
          case when base.stage in ('finished', 'abandoned', 'idea') then base.starts_on
          else make_date(${year}, 1, 1) end))::int)) as its (year)`,
      sql`1 desc`,
    )},
    ${scope === "public" ? sql`'etat', '[]'::jsonb` : facet("etat", sql`base.state`, sql`''`, sql``, byCount)})`;
}

/** What the values chosen are called, also when no project has them. */
export const labelsOf = ({ departement, zone, pays, secteur, odd, axe, acteur, lieu }: ProjectQuestion) => {
  const term = (listId: string, code: string | undefined) =>
    sql`(select label from vocabularies.shared_terms where list_id = ${sql.lit(listId)} and code = ${code ?? ""})`;
  return sql`jsonb_build_object(
    'departement', (select name from territory.shared_departments where code = ${departement ?? ""}),
    'zone', (select min(subregion) from territory.shared_countries where subregion_code = ${zone ?? ""}),
    'pays', (select name from territory.shared_countries where code = ${(pays ?? "").toUpperCase()}),
    'secteur', ${term("sectors", secteur)}, 'odd', ${term("odd", odd)}, 'axe', ${term("strategic_axes", axe)},
    'lieu', (select name from territory.shared_communes where code = ${lieu ?? ""}),
    'acteur', (select name from directory.shared_organisations
      where id = ${acteur ?? 0} and visibility = 'listed' and status = 'published'))`;
};
