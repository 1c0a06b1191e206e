import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Stage } from "../rules.ts";

/** A course of support to which an appointment may be tied. */
export interface CourseChoice {
  id: number;
  subject: string;
  stage: Stage;
}

/** The courses that an appointment may be for: those of its organisation that go on, and the one that it is tied to. */
export async function listCourseChoices(
  db: Db,
  { organisation_id, course_id }: { organisation_id: number | null; course_id: number | null },
): Promise<CourseChoice[]> {
  const { rows } = await sql<CourseChoice>`
    select course.id, course.subject, course.stage from support.courses course
    where course.removed_at is null and (course.id = ${course_id}::bigint or (course.stage <> 'closed' and course.id in (
      select line.course_id from support.course_organisations line where line.organisation_id = ${organisation_id}::bigint)))
    order by course.id is distinct from ${course_id}::bigint, course.touched_at desc, course.id limit 50`.execute(
    db,
  );
  return rows;
}

/** What a course says of who would come to an appointment for it. */
export interface CourseGuest {
  id: number;
  subject: string;
  organisation: string;
  name: string;
  email: string;
  phone: string;
  theme_id: number | null;
}

/** A course that goes on, with the first person named in it; undefined when it is closed, deleted or not there. */
export async function findCourseGuest(db: Db, id: number): Promise<CourseGuest | undefined> {
  const { rows } = await sql<CourseGuest>`
    select course.id, course.subject, coalesce(organisation.name, main.typed, '') as organisation,
      coalesce(person.name, '') as name, coalesce(person.email, '') as email, coalesce(person.phone, '') as phone,
      course.theme_ids[1] as theme_id
    from support.courses course
    left join support.course_organisations main on main.course_id = course.id and main.position = 0
    left join directory.shared_organisations organisation on organisation.id = main.organisation_id
    left join lateral (select name, email, phone from support.course_people
                       where course_id = course.id and removed_at is null order by id limit 1) person on true
    where course.id = ${id} and course.removed_at is null and course.stage <> 'closed'`.execute(db);
  return rows[0];
}

/**
 * The course that an appointment is surely for: the only one that goes on for its organisation, or the only one of them that its host
 * follows; without an organisation, the same by the address of someone named in it. Null when it is not sure.
 */
export async function sureCourse(
  db: Db,
  { hostId, organisationId, email }: { hostId: number; organisationId: number | null; email: string },
): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    with open as (
      select course.id, course.referent_id = (select account_id from support.hosts where id = ${hostId}) as own
      from support.courses course
      where course.removed_at is null and course.stage <> 'closed' and course.id in (
        select course_id from support.course_organisations where organisation_id = ${organisationId}::bigint
        union
        select course_id from support.course_people
        where removed_at is null and ${organisationId}::bigint is null and email <> '' and email = lower(${email}))
    )
    select case when count(*) = 1 then min(id)
                when count(*) filter (where own) = 1 then min(id) filter (where own) end as id
    from open`.execute(db);
  return rows[0]?.id ?? null;
}
