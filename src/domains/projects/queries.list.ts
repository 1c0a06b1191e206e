import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { type Dimension, type ProjectQuestion, pageSize, type Scope } from "./input.list.ts";
import type { Precision } from "./rules.dates.ts";
import type { Origin, Role, Stage, State } from "./rules.ts";
import { mayBeNamed, type Piece, passing, selection } from "./select.ts";

export interface ProjectLine {
  id: number;
  title: string;
  summary: string;
  stage: Stage;
  starts_on: Day | null;
  starts_precision: Precision | null;
  ends_on: Day | null;
  ends_precision: Precision | null;
  origin: Origin;
  origin_label: string;
  state: State;
  axis: string | null;
  participants: { role: Role; name: string; organisation_id: number | null; country: string | null }[];
  countries: string[];
  departments: string[];
  sectors: string[];
  goals: { code: string; label: string; colour: string | null; main: boolean }[];
  /** In cents; words to the public by its range only. */
  total_cents: number | null;
  listed_at: string | null;
  updated_at: string;
}

export interface Count {
  value: string;
  label: string;
  count: number;
}

export interface ProjectList {
  total: number;
  /** How many answer the words alone. */
  unfiltered: number;
  facets: Record<Dimension, Count[]>;
  /** What the values chosen are called, when no project is left to say it. */
  labels: Record<string, string | null>;
  lines: ProjectLine[];
}

/** A page of the projects that answer the question, their total, and what each filter would give: one statement. */
export async function listProjects(
  db: Db,
  scope: Scope,
  asked: ProjectQuestion,
  today: Day,
): Promise<ProjectList> {
  const { rows } = await sql<ProjectList>`
    with ${selection(scope, asked)}
    select (select count(*)::int from matched) as total,
      (select count(*)::int from base where ${scope === "public" ? sql`true` : sql`base.state <> 'archived'`}) as unfiltered,
      ${facetsOf(scope, today)} as facets, ${labelsOf(asked)} as labels,
      (select coalesce(jsonb_agg(line order by place), '[]') from (
        select ${lineColumns(scope)}, row_number() over (order by ${order(asked)}) as place
        from matched join projects.projects project on project.id = matched.id
        order by ${order(asked)} limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}) line) as lines`.execute(
    db,
  );
  return rows[0] as ProjectList;
}

/** All the projects that answer the question, by title, one after the other, for an export. */
export function everyProject(db: Db, scope: Scope, asked: ProjectQuestion) {
  return inPages(
    db,
    sql<ProjectLine>`with ${selection(scope, asked)}
      select ${lineColumns(scope)}, matched.key from matched join projects.projects project on project.id = matched.id`,
    { by: ["key", "id"] },
  );
}

const list = (of: Piece) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;
const labels = (of: Piece) => sql`(select coalesce(jsonb_agg(line.label), '[]') from (${of}) line)`;

/** What a line shows of `project` beside `matched`. */
export const lineColumns = (scope: Scope) => sql`
  matched.id, project.title, project.summary, project.stage, project.starts_on, project.starts_precision,
  project.ends_on, project.ends_precision, project.origin, project.origin_label, matched.state,
  (select term.label from vocabularies.shared_terms term where term.id = project.axis_id) as axis,
  ${list(sql`select participant.role, coalesce(organisation.name, participant.name) as name, participant.organisation_id,
      country.name as country
    from projects.participants participant
    left join directory.shared_organisations organisation on organisation.id = participant.organisation_id
    left join territory.shared_countries country on country.code = participant.country_code
    where participant.project_id = project.id and ${mayBeNamed(scope)} order by participant.position`)} as participants,
  ${labels(sql`select country.name as label from territory.shared_countries country
    where country.code = any(project.country_codes) order by platform.fold(country.name)`)} as countries,
  ${labels(sql`select department.name as label from projects.project_departments place
    join territory.shared_departments department on department.code = place.department_code
    where place.project_id = project.id order by department.code`)} as departments,
  ${labels(sql`select term.label from vocabularies.shared_terms term
    where term.id = any(project.sector_ids) order by term.position`)} as sectors,
  ${list(sql`select term.code, term.label, term.colour, term.id = project.main_goal_id is true as main
    from vocabularies.shared_terms term where term.id = any(project.goal_ids) order by term.position`)} as goals,
  ${totalCents} as total_cents, project.listed_at, project.updated_at`;

const totalCents = sql`(select sum(coalesce(line.planned_cents, line.received_cents))::float8
  from projects.budget_lines line where line.project_id = project.id)`;

function order({ tri = "titre" }: ProjectQuestion) {
  const direction = tri.startsWith("-") ? sql`desc nulls last` : sql`asc nulls last`;
  const by = {
    titre: sql`project.key`,
    debut: sql`project.starts_on`,
    etape: sql`array_position(array['idea', 'preparing', 'under_way', 'finished', 'suspended', 'abandoned'], project.stage)`,
    maj: sql`project.updated_at`,
    montant: totalCents,
  }[tri.replace("-", "") as "titre" | "debut" | "etape" | "maj" | "montant"];
  const way = tri === "maj" ? sql`desc` : tri === "-maj" ? sql`asc` : direction;
  return sql`${by} ${way}, project.key, project.id`;
}

/** One filter: its values over the projects that pass the others. */
const facet = (dimension: Dimension, value: Piece, label: Piece, from: Piece, sorted: Piece) =>
  sql`${sql.lit(dimension)}, ${list(sql`select ${value} as value, ${label} as label, count(distinct base.id)::int as count
    from base ${from} where ${passing(dimension)} group by 1 order by ${sorted}`)}`;

const byCount = sql`3 desc, 2`;

function facetsOf(scope: Scope, today: Day) {
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

const labelsOf = ({ departement, zone, pays, secteur, odd, axe, acteur, lieu }: ProjectQuestion) => {
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
