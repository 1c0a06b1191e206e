import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { NamedPerson } from "../views.people.tsx";
import { type CohortStay, type Milestone, milestoneOrder, stayColumns, stayJoins } from "./queries.ts";

export interface Stay extends CohortStay {
  cohort_id: number;
  cohort: string;
  /** In charge of the cohort: of the course that it opens. */
  referent_id: string | null;
  scheme_id: number | null;
  cohort_removed: boolean;
  removed_at: Date | null;
  version: number;
  people: NamedPerson[];
  /** The courses of support of this organisation, to be linked. */
  courses: { id: number; subject: string; opened_on: Day | null }[];
  milestones: Milestone[];
  present: { id: number; title: string; first_on: Day | null }[];
}

/** An organisation in a cohort with its progress, in one statement; what is taken out too (`removed_at`). */
export async function findStay(db: Db, id: number): Promise<Stay | undefined> {
  const { rows } = await sql<Stay>`
    select ${stayColumns("all")}, stay.cohort_id, cohort.name as cohort, cohort.referent_id, cohort.scheme_id,
      cohort.removed_at is not null as cohort_removed, stay.removed_at, stay.version,
      (select coalesce(jsonb_agg(line order by line.id), '[]') from (
        select id, person_id, name, email, phone, title from support.cohort_people
        where stay_id = stay.id and removed_at is null) line) as people,
      (select coalesce(jsonb_agg(line), '[]') from (
        select course.id, course.subject, course.opened_on from support.courses course
        where course.removed_at is null and course.id in (
          select own.course_id from support.course_organisations own where own.organisation_id = stay.organisation_id)
        order by course.stage = 'closed', course.opened_on desc nulls last, course.id desc limit 50) line) as courses,
      (select coalesce(jsonb_agg(line), '[]') from (
        select milestone.id, milestone.title, milestone.due_on, milestone.due_months, milestone.version
        from support.cohort_milestones milestone
        where milestone.cohort_id = cohort.id and milestone.removed_at is null order by ${milestoneOrder}) line) as milestones,
      (select coalesce(jsonb_agg(line), '[]') from (
        select event.id, event.title, event.first_on
        from support.cohort_events link join agenda.shared_events event on event.id = link.event_id
        where link.cohort_id = stay.cohort_id and exists (
          select from agenda.shared_attendances attendance where attendance.event_id = event.id
            and attendance.organisation_id = stay.organisation_id and attendance.state = 'present')
        order by event.first_on, event.id) line) as present
    from support.cohort_stays stay
    join support.cohorts cohort on cohort.id = stay.cohort_id ${stayJoins}
    where stay.id = ${id}`.execute(db);
  return rows[0];
}
