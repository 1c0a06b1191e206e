import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { type Dimension, type ProjectQuestion, pageSize, type Scope } from "./input.list.ts";
import { facetsOf, labelsOf } from "./queries.facets.ts";
import type { Precision } from "./rules.dates.ts";
import type { Origin, Role, Stage, State } from "./rules.ts";
import { mayBeNamed, type Piece, selection } from "./select.ts";

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
