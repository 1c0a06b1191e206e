import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Stage } from "./rules.ts";

/** Courses that the panel of an organisation shows. */
const shown = 20;

export interface OrganisationCourse {
  id: number;
  subject: string;
  stage: Stage;
  day: Day | null;
  referent_id: string | null;
  total: number;
}

/** The courses of an organisation, those that go on first, and how many there are in all. */
export async function listCoursesOf(db: Db, organisationId: number) {
  const { rows } = await sql<OrganisationCourse>`
    select course.id, course.subject, course.stage, coalesce(course.opened_on, course.asked_on) as day,
      course.referent_id, count(*) over ()::int as total
    from support.courses course
    where course.removed_at is null and course.id in (
      select line.course_id from support.course_organisations line where line.organisation_id = ${organisationId})
    order by course.stage = 'closed', coalesce(course.opened_on, course.asked_on) desc nulls last, course.id desc
    limit ${shown}`.execute(db);
  return { total: rows[0]?.total ?? 0, lines: rows };
}
