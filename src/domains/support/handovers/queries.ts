import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Stage } from "../rules.ts";

export interface HeldCourse {
  id: number;
  subject: string;
  stage: Stage;
  organisation: string | null;
}

/** Who has courses that go on, with how many; those of nobody have no account. */
export async function listHolders(db: Db): Promise<{ id: string | null; courses: number }[]> {
  const { rows } = await sql<{ id: string | null; courses: number }>`
    select referent_id as id, count(*)::int as courses from support.courses
    where stage <> 'closed' and removed_at is null group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

/** The courses of a referent that go on, by subject; five hundred at most. */
export async function listHeld(db: Db, referentId: string | null): Promise<HeldCourse[]> {
  const { rows } = await sql<HeldCourse>`
    select course.id, course.subject, course.stage, coalesce(organisation.name, main.typed) as organisation
    from support.courses course
    left join support.course_organisations main on main.course_id = course.id and main.position = 0
    left join directory.shared_organisations organisation on organisation.id = main.organisation_id
    where course.referent_id is not distinct from ${referentId}::uuid and course.stage <> 'closed'
      and course.removed_at is null
    order by platform.fold(course.subject), course.id limit 500`.execute(db);
  return rows;
}
