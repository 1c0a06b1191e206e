import { sql } from "kysely";
import type { AgendaQuestion, Dimension } from "./input.ts";
import { type Piece, passing } from "./select.ts";

const list = (of: Piece) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;

/** The most values that a filter gives, the most frequent ones. */
const mostValues = 60;

/**
 * One filter: its values over the dates of the period that pass the others, counted by what the rows hold (`held`), then
 * named once a value by `named`, which gives `value`, `label` and `position`.
 */
const facet = (dimension: Dimension, held: Piece, from: Piece, named: Piece, byPosition = false) =>
  sql`${sql.lit(dimension)}, ${list(sql`select named.value, named.label, counted.count
    from (select ${held} as held, count(*)::int as count from base ${from} where ${passing(dimension)} group by 1
      order by 2 desc limit ${sql.lit(mostValues)}) counted
    cross join lateral (${named}) named
    order by ${byPosition ? sql`named.position` : sql`counted.count desc, named.label, named.value`}`)}`;

const itself = sql`select counted.held as value, ''::text as label, 0 as position where counted.held is not null`;
const term = sql`select term.code as value, term.label, term.position
  from vocabularies.shared_terms term where term.id = counted.held`;
const facetOfTerm = (dimension: Dimension, column: string, byPosition = false) =>
  facet(dimension, sql.ref(`base.${column}`), sql``, term, byPosition);
const facetOfTerms = (dimension: Dimension, column: string, byPosition = false) =>
  facet(
    dimension,
    sql`its.id`,
    sql`cross join unnest(${sql.ref(`base.${column}`)}) as its (id)`,
    term,
    byPosition,
  );

/** All the filters, each counted over the dates that pass the others. */
export const facets = sql`jsonb_build_object(
  ${facet("quoi", sql`case when base.training then 'formations' else 'evenements' end`, sql``, itself)},
  ${facetOfTerm("type", "kind_id")},
  ${facet(
    "cadre",
    sql`its.setting`,
    sql`cross join lateral (
      select 'en-ligne' where base.online union all select 'sur-place' where base.on_site) as its (setting)`,
    itself,
  )},
  ${facet(
    "departement",
    sql`base.department_code`,
    sql``,
    sql`select department.code as value, department.name as label, 0 as position
      from territory.shared_departments department where department.code = counted.held`,
  )},
  ${facet(
    "commune",
    sql`base.commune_code`,
    sql``,
    sql`select commune.code as value, commune.name as label, 0 as position
      from territory.shared_communes commune where commune.code = counted.held`,
  )},
  ${facetOfTerms("secteur", "sector_ids")},
  ${facetOfTerms("odd", "goal_ids", true)},
  ${facet(
    "pays",
    sql`its.code`,
    sql`cross join unnest(base.country_codes) as its (code)`,
    sql`select country.code as value, country.name as label, 0 as position
      from territory.shared_countries country where country.code = counted.held`,
  )},
  ${facetOfTerms("public", "audience_type_ids")},
  ${facetOfTerm("pole", "pole_id", true)},
  ${facetOfTerm("axe", "axis_id", true)},
  ${facet(
    "organisateur",
    sql`organiser.organisation_id`,
    sql`join (select distinct event_id, organisation_id from agenda.organisers
      where organisation_id is not null) organiser on organiser.event_id = base.event_id`,
    sql`select organisation.id::text as value, organisation.name as label, 0 as position
      from directory.shared_organisations organisation
      where organisation.id = counted.held and organisation.visibility = 'listed' and organisation.status = 'published'`,
  )},
  ${facet("origine", sql`case base.origin when 'own' then 'reseau' else 'relayes' end`, sql``, itself)})`;

/** What the values chosen are called, also when no date has them. */
export function labelsOf({ departement, commune, pays, organisateur, ...asked }: AgendaQuestion): Piece {
  const term = (listId: string, code: string | undefined) =>
    sql`(select label from vocabularies.shared_terms where list_id = ${sql.lit(listId)} and code = ${code ?? null}::text)`;
  return sql`jsonb_build_object(
    'departement', (select name from territory.shared_departments where code = ${departement ?? null}::text),
    'commune', (select name from territory.shared_communes where code = ${commune ?? null}::text),
    'pays', (select name from territory.shared_countries where code = upper(${pays ?? null}::text)),
    'organisateur', (select name from directory.shared_organisations
      where id = ${organisateur ?? null}::bigint and visibility = 'listed' and status = 'published'),
    'type', ${term("event_kinds", asked.type)}, 'secteur', ${term("sectors", asked.secteur)},
    'odd', ${term("odd", asked.odd)}, 'public', ${term("actor_types", asked.public)},
    'pole', ${term("poles", asked.pole)}, 'axe', ${term("strategic_axes", asked.axe)})`;
}
