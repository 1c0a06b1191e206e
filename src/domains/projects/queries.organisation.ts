import { sql } from "kysely";
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

/** The projects where an organisation takes part, the latest first, and how many there are; to everyone, only the public ones. */
export async function listProjectsOf(
  db: Db,
  organisationId: number,
  scope: "public" | "inside",
): Promise<{ total: number; lines: ProjectOfOrganisation[] }> {
  const { rows } = await sql<ProjectOfOrganisation & { total: number }>`
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
      and ${scope === "public" ? sql`project.status = 'published' and project.visibility = 'listed'` : sql`project.status <> 'archived'`}
    order by project.starts_on desc nulls last, project.id desc limit ${shown}`.execute(db);
  return { total: rows[0]?.total ?? 0, lines: rows };
}
