import { type RawBuilder, type SqlBool, sql } from "kysely";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type Dimension, dimensions, type ProjectQuestion, type Scope } from "./input.list.ts";
import { origins, stages, states } from "./rules.ts";

type Condition = RawBuilder<SqlBool>;
export type Piece = RawBuilder<unknown>;

const yes = sql<SqlBool>`true`;
const all = (conditions: readonly Condition[]) =>
  conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : yes;

/** An organisation that the reader may see named: all of them inside, those of the public directory outside. */
export const mayBeNamed = (scope: Scope) =>
  scope === "inside"
    ? yes
    : sql<SqlBool>`(participant.organisation_id is null
        or organisation.visibility = 'listed' and organisation.status = 'published')`;

/**
 * The projects that the reader may see and that the words find, `base`, each with the filters that it passes; and
 * `matched`, those that pass them all. To be put after `with`.
 */
export function selection(scope: Scope, asked: ProjectQuestion): Piece {
  const flags = dimensions.map(
    (dimension) => sql`${conditionOf(dimension, asked) ?? yes} as ${sql.ref(`in_${dimension}`)}`,
  );
  return sql`base as materialized (
      select project.id, project.key, project.title, project.stage, project.starts_on, project.ends_on, project.axis_id,
             project.sector_ids, project.goal_ids, project.main_goal_id, project.country_codes, project.origin,
             project.updated_at, project.listed_at,
             ${stateExpression} as state, ${sql.join(flags)}
      from projects.projects project
      where ${inScope(scope)} and ${wordsMatch(scope, asked.q)} and ${fixed(scope, asked)}
    ), matched as materialized (select * from base where ${passing()})`;
}

/** That a row of `base` passes the filters, all but those named. */
export const passing = (...except: Dimension[]) =>
  all(
    dimensions
      .filter((dimension) => !except.includes(dimension))
      .map((dimension) => sql<SqlBool>`base.${sql.ref(`in_${dimension}`)}`),
  );

const stateExpression = sql`case when project.status = 'archived' then 'archived' when project.status = 'proposed'
  then 'proposed' when project.visibility = 'listed' then 'listed' else 'internal' end`;

const inScope = (scope: Scope) =>
  scope === "inside" ? yes : sql<SqlBool>`project.visibility = 'listed' and project.status = 'published'`;

/** What is asked and not counted as a filter: an organisation, a commune, an import. */
function fixed(scope: Scope, { acteur, lieu, import: importId }: ProjectQuestion) {
  const conditions: Condition[] = [];
  if (acteur !== undefined)
    conditions.push(sql`exists (
      select from projects.participants participant
      join directory.shared_organisations organisation on organisation.id = participant.organisation_id
      where participant.project_id = project.id and participant.organisation_id = ${acteur} and ${mayBeNamed(scope)})`);
  if (lieu !== undefined)
    conditions.push(sql`exists (select from projects.places place
      where place.project_id = project.id and place.commune_code = ${lieu} and place.side = 'here')`);
  if (importId !== undefined) conditions.push(sql`project.import_id = ${importId}`);
  return all(conditions);
}

/** Each word begins a word of the project, or is in the name of who takes part or of a country. */
function wordsMatch(scope: Scope, words = "") {
  const tests = fold(words)
    .split(" ")
    .filter(Boolean)
    .map(
      (word) => sql<SqlBool>`(project.search @@ to_tsquery('simple', ${`${word}:*`})
        or exists (select from projects.participants participant
          left join directory.shared_organisations organisation on organisation.id = participant.organisation_id
          where participant.project_id = project.id and ${mayBeNamed(scope)}
            and ' ' || platform.fold(coalesce(organisation.name, participant.name)) like ${`% ${word}%`})
        or exists (select from territory.shared_countries country
          where country.code = any(project.country_codes) and platform.fold(country.name) like ${`${word}%`}))`,
    );
  return all(tests);
}

const termCoded = (list: string, code: string) =>
  sql`(select id from vocabularies.shared_terms where list_id = ${list} and code = ${code})`;

/** That a project answers a filter; nothing when it is not asked. */
function conditionOf(dimension: Dimension, asked: ProjectQuestion): Condition | undefined {
  const value = asked[dimension];
  if (dimension === "etat" && !value) return sql`project.status <> 'archived'`;
  if (value === undefined) return undefined;
  const code = (list: readonly { code: string; name: string }[]) =>
    list.find(({ name }) => name === value)?.code ?? "";
  switch (dimension) {
    case "departement":
      return sql`exists (select from projects.project_departments place
        where place.project_id = project.id and place.department_code = ${value})`;
    case "pays":
      return sql`project.country_codes @> array[${String(value).toUpperCase()}]`;
    case "zone":
      return sql`project.country_codes && array(
        select country.code from territory.shared_countries country where country.subregion_code = ${value})`;
    case "secteur":
      return sql`coalesce(project.sector_ids @> array[${termCoded("sectors", String(value))}], false)`;
    case "odd":
      return sql`coalesce(project.goal_ids @> array[${termCoded("odd", String(value))}], false)`;
    case "axe":
      return sql`coalesce(project.axis_id = ${termCoded("strategic_axes", String(value))}, false)`;
    case "etape":
      return sql`project.stage = ${code(stages)}`;
    case "origine":
      return sql`project.origin = ${code(origins)}`;
    case "etat":
      return sql`${stateExpression} = ${code(states)}`;
    case "annee":
      return underWayIn(Number(value));
  }
}

/** Begun before the end of the year, and not over before it begins; a project without an end goes on until it is said over. */
const underWayIn = (year: number): Condition => sql`(
  coalesce(project.starts_on, project.ends_on) <= make_date(${year}::int, 12, 31)
  and coalesce(project.ends_on, case when project.stage in ('finished', 'abandoned', 'idea') then project.starts_on
      else 'infinity'::date end) >= make_date(${year}::int, 1, 1)) is true`;
