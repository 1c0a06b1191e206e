import { sql } from "kysely";
import { staffOptions } from "#domains/accounts/index.ts";
import { listTermsOf } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Choices } from "./choices.ts";

const lists = ["support_themes", "poles", "strategic_axes", "schemes"];

/** `courseId`: the projects of the organisations of this course are offered too, and the one that it bears. */
export async function listChoices(db: Db, courseId?: number): Promise<Choices> {
  const [terms, staff, projects] = await Promise.all([
    listTermsOf(db, lists),
    staffOptions(db),
    courseId === undefined ? [] : projectsOf(db, courseId),
  ]);
  return { terms, staff, projects };
}

async function projectsOf(db: Db, courseId: number) {
  const { rows } = await sql<{ value: string; label: string }>`
    select project.id::text as value, project.title as label
    from projects.shared_projects project
    where project.status <> 'archived' and project.id in (
      select link.project_id from projects.shared_project_organisations link
      join support.course_organisations line on line.organisation_id = link.organisation_id
      where line.course_id = ${courseId}
      union select course.project_id from support.courses course where course.id = ${courseId})
    order by platform.fold(project.title), project.id limit 100`.execute(db);
  return rows;
}
