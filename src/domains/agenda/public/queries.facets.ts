import { sql } from "kysely";
import type { AgendaQuestion, Dimension } from "./input.ts";
import { mayBeNamed, type Piece, passing } from "./select.ts";

const list = (of: Piece) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;

/** One filter: its values over the dates of the period that pass the others. */
const facet = (dimension: Dimension, value: Piece, label: Piece, from: Piece, sorted: Piece) =>
  sql`${sql.lit(dimension)}, ${list(sql`select ${value} as value, ${label} as label, count(*)::int as count
    from base ${from} where ${passing("base", dimension)} group by 1 order by ${sorted}`)}`;

const byCount = sql`3 desc, 2`;
const position = sql`min(term.position)`;
const term = (ids: Piece) => sql`join vocabularies.shared_terms term on term.id = ${ids}`;
const facetOfTerms = (dimension: Dimension, ids: Piece, sorted: Piece = byCount) =>
  facet(dimension, sql`term.code`, sql`min(term.label)`, term(ids), sorted);

/** All the filters, each counted over the dates that pass the others. */
export const facets = sql`jsonb_build_object(
  ${facet("quoi", sql`case when base.training then 'formations' else 'evenements' end`, sql`''`, sql``, byCount)},
  ${facetOfTerms("type", sql`base.kind_id`)},
  ${facet(
    "cadre",
    sql`its.setting`,
    sql`''`,
    sql`cross join lateral (select 'en-ligne' where base.online union all select 'sur-place' where base.on_site) as its (setting)`,
    byCount,
  )},
  ${facet(
    "departement",
    sql`department.code`,
    sql`min(department.name)`,
    sql`join territory.shared_departments department on department.code = base.department_code`,
    byCount,
  )},
  ${facet(
    "commune",
    sql`commune.code`,
    sql`min(commune.name)`,
    sql`join territory.shared_communes commune on commune.code = base.commune_code`,
    byCount,
  )},
  ${facetOfTerms("secteur", sql`any(base.sector_ids)`)},
  ${facetOfTerms("odd", sql`any(base.goal_ids)`, position)},
  ${facet(
    "pays",
    sql`country.code`,
    sql`min(country.name)`,
    sql`cross join unnest(base.country_codes) as its (code)
      join territory.shared_countries country on country.code = its.code`,
    byCount,
  )},
  ${facetOfTerms("public", sql`any(base.audience_type_ids)`)},
  ${facetOfTerms("pole", sql`base.pole_id`, position)},
  ${facetOfTerms("axe", sql`base.axis_id`, position)},
  ${facet(
    "organisateur",
    sql`organisation.id::text`,
    sql`min(organisation.name)`,
    sql`join (select distinct event_id, organisation_id from agenda.organisers) organiser on organiser.event_id = base.event_id
      join directory.shared_organisations organisation on organisation.id = organiser.organisation_id and ${mayBeNamed}`,
    byCount,
  )},
  ${facet("origine", sql`case base.origin when 'own' then 'reseau' else 'relayes' end`, sql`''`, sql``, byCount)})`;

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
