import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Precision } from "./rules.dates.ts";
import type { Role, Stage, State } from "./rules.ts";

export interface ProjectOfOrganisation {
  id: number;
  title: string;
  stage: Stage;
  state: State;
  roles: Role[];
  countries: string[];
  starts_on: Day | null;
  starts_precision: Precision | null;
}

/** Projects shown on the record or the card of an organisation. */
const shown = 30;

export type ProjectLine = ProjectOfOrganisation & { total: number };

const projectsOf = (
  organisationId: number | RawBuilder<number>,
  condition: RawBuilder<SqlBool>,
) => sql<ProjectLine>`
  select project.id, project.title, project.stage, project.starts_on, project.starts_precision,
    case when project.status in ('archived', 'proposed') then project.status
      when project.visibility = 'listed' then 'listed' else 'internal' end as state,
    (select array_agg(distinct participant.role) from projects.participants participant
     where participant.project_id = project.id and participant.organisation_id = ${organisationId}) as roles,
    array(select country.name from territory.shared_countries country
      where country.code = any(project.country_codes) order by platform.fold(country.name)) as countries,
    count(*) over ()::int as total
  from projects.projects project
  where project.id in (select project_id from projects.participants where organisation_id = ${organisationId})
    and ${condition}
  order by project.starts_on desc nulls last, project.id desc limit ${sql.lit(shown)}`;

/** These lines, with how many projects there are in all. */
export const wholeOf = (lines: readonly ProjectLine[]) => ({ total: lines[0]?.total ?? 0, lines });

/** The projects where an organisation takes part and how many there are, the latest first. */
export type ProjectsOfOrganisation = ReturnType<typeof wholeOf>;

/** Those that the team knows: all that are not put away. */
export async function listProjectsOf(db: Db, organisationId: number): Promise<ProjectsOfOrganisation> {
  const { rows } = await projectsOf(organisationId, sql`project.status <> 'archived'`).execute(db);
  return wholeOf(rows);
}

/** Those of the public panorama, of the organisation whose card is read. */
export const publicProjectsOf = (organisationId: RawBuilder<number>) =>
  projectsOf(organisationId, sql`project.status = 'published' and project.visibility = 'listed'`);
