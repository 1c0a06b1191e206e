import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { ProjectQuestion, Scope } from "./input.list.ts";
import { type Piece, selection } from "./select.ts";

export interface Figure {
  value: string;
  label: string;
  count: number;
}

/** How the projects that answer a question are spread. A project counts in each of its goals, sectors, countries. */
export interface Figures {
  total: number;
  /** Every goal, zero included: as the main one, and as any. */
  goals: { value: string; label: string; colour: string | null; main: number; all: number }[];
  withoutGoal: number;
  withoutMainGoal: number;
  /** How many goals in all are said of projects. */
  mentions: number;
  zones: Figure[];
  countries: Figure[];
  withoutCountry: number;
  sectors: Figure[];
  withoutSector: number;
}

/** Counts the projects that answer the question by goal, zone of the world (UN subregion), country and sector: one statement. */
export async function countFigures(db: Db, scope: Scope, asked: ProjectQuestion): Promise<Figures> {
  const list = (of: Piece) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;
  const countries = sql`from matched cross join unnest(matched.country_codes) as its (code)
    join territory.shared_countries country on country.code = its.code`;
  const { rows } = await sql<Figures>`
    with ${selection(scope, asked)}
    select (select count(*)::int from matched) as total,
      ${list(sql`select term.code as value, term.label, term.colour,
          (select count(*)::int from matched where main_goal_id = term.id) as main,
          (select count(*)::int from matched where goal_ids @> array[term.id]) as all
        from vocabularies.shared_terms term where term.list_id = 'odd' order by term.position`)} as goals,
      (select count(*)::int from matched where goal_ids = '{}') as "withoutGoal",
      (select count(*)::int from matched where main_goal_id is null) as "withoutMainGoal",
      (select coalesce(sum(cardinality(goal_ids)), 0)::int from matched) as mentions,
      ${list(sql`select country.subregion_code as value, min(country.subregion) as label,
          count(distinct matched.id)::int as count ${countries} group by 1 order by 3 desc, 2`)} as zones,
      ${list(sql`select country.code as value, min(country.name) as label, count(*)::int as count ${countries}
        group by 1 order by 3 desc, 2`)} as countries,
      (select count(*)::int from matched where country_codes = '{}') as "withoutCountry",
      ${list(sql`select term.code as value, min(term.label) as label, count(*)::int as count
        from matched join vocabularies.shared_terms term on term.id = any(matched.sector_ids)
        group by 1 order by 3 desc, 2`)} as sectors,
      (select count(*)::int from matched where sector_ids = '{}') as "withoutSector"`.execute(db);
  return rows[0] as Figures;
}

/** A place with the projects that are there; without coordinates, somewhere in its country. */
export interface MapLine {
  label: string;
  code: string;
  numeric_code: string | null;
  country: string | null;
  longitude: number | null;
  latitude: number | null;
  count: number;
}

export interface MapPlaces {
  total: number;
  here: MapLine[];
  there: MapLine[];
  /** Projects with no place at all on a side. */
  nowhereHere: number;
  nowhereThere: number;
}

/** The places of the projects that answer the question, those of the region and those abroad: one statement. */
export async function listMapPlaces(db: Db, scope: Scope, asked: ProjectQuestion): Promise<MapPlaces> {
  const list = (of: Piece) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;
  const { rows } = await sql<MapPlaces>`
    with ${selection(scope, asked)}
    select (select count(*)::int from matched) as total,
      ${list(sql`select place.label, place.commune_code as code, null as numeric_code, null as country,
          place.longitude, place.latitude, count(distinct matched.id)::int as count
        from matched join projects.shared_project_places place on place.project_id = matched.id and place.side = 'here'
        where place.commune_code is not null group by 1, 2, 5, 6 order by 7 desc, 1 limit 500`)} as here,
      ${list(sql`select coalesce(place.label, country.name) as label, country.code, country.numeric_code, country.name as country,
          place.longitude, place.latitude, count(distinct matched.id)::int as count
        from matched cross join unnest(matched.country_codes) as its (code)
        join territory.shared_countries country on country.code = its.code
        left join projects.shared_project_places place on place.project_id = matched.id and place.side = 'there'
          and place.country_code = its.code
        group by 1, 2, 3, 4, 5, 6 order by 7 desc, 1 limit 500`)} as there,
      (select count(*)::int from matched where not exists (select from projects.shared_project_places place
        where place.project_id = matched.id and place.side = 'here' and place.commune_code is not null)) as "nowhereHere",
      (select count(*)::int from matched where country_codes = '{}') as "nowhereThere"`.execute(db);
  return rows[0] as MapPlaces;
}
