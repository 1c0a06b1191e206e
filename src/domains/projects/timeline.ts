import { sql } from "kysely";
import { projects } from "#paths/projects.ts";
import type { TimelinePart } from "#platform/timeline.ts";
import { roles, stages } from "./rules.ts";

/** A code as the French label of a list, in SQL. */
const worded = (column: ReturnType<typeof sql>, list: readonly { code: string; label: string }[]) =>
  sql`case ${column} ${sql.join(
    list.map(({ code, label }) => sql`when ${sql.lit(code)} then ${sql.lit(label)}`),
    sql` `,
  )} end`;

/** The projects where an organisation takes part, at the day when they begin, else when they were written down. */
export const projectsTimeline: TimelinePart = {
  id: "projects",
  label: "Projet",
  lines: (organisationId) => sql`
    select coalesce(project.starts_on, (project.created_at at time zone 'Europe/Paris')::date) as day, project.id as key,
           project.title,
           concat_ws(', ', ${worded(sql`min(participant.role)`, roles)}, ${worded(sql`project.stage`, stages)}) as detail
    from projects.projects project
    join projects.participants participant on participant.project_id = project.id
    where participant.organisation_id = ${organisationId} and project.status <> 'archived'
    group by project.id`,
  href: projects.one,
};
