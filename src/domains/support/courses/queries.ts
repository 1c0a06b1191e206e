import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { slotsOfReferent } from "../appointments/queries.hosts.ts";
import type { Course } from "./course.ts";

const lines = (select: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(line), '[]') from (${select}) line)`;
const label = (column: string) =>
  sql`(select label from vocabularies.shared_terms term where term.id = ${sql.ref(column)})`;
const account = (column: string) =>
  sql`(select name from accounts.shared_names account where account.id = ${sql.ref(column)})`;

/** A course and what hangs on it, in one statement; a deleted one too (`removed_at`). */
export async function findCourse(db: Db, id: number): Promise<Course | undefined> {
  const { rows } = await sql<Course>`
    select course.id, course.subject, course.stage, course.stage_since, course.asked_on, course.opened_on,
      course.closed_on, course.outcome, course.outcome_words, course.referent_id,
      ${account("course.referent_id")} as referent, course.description, course.theme_ids,
      course.country_codes, course.scheme_id, course.pole_id, course.axis_id, course.commune_code, course.place,
      commune.name as commune, course.next_step, course.next_step_on, course.project_id, project.title as project,
      course.application, course.origin, course.touched_at, course.notes_erased_at, course.import_id, course.import_line,
      course.removed_at, course.version, course.updated_at,
      array(select term.label from vocabularies.shared_terms term where term.id = any(course.theme_ids)
            order by term.position, term.id) as themes,
      array(select country.name from territory.shared_countries country where country.code = any(course.country_codes)
            order by country.name) as countries,
      ${label("course.scheme_id")} as scheme, ${label("course.pole_id")} as pole, ${label("course.axis_id")} as axis,
      ${lines(sql`select line.typed, line.organisation_id, organisation.name
        from support.course_organisations line
        left join directory.shared_organisations organisation on organisation.id = line.organisation_id
        where line.course_id = course.id order by line.position`)} as organisations,
      ${lines(sql`select id, person_id, name, email, phone, title from support.course_people
        where course_id = course.id and removed_at is null order by id`)} as people,
      array(select user_id from support.course_staff where course_id = course.id order by id) as staff,
      array(select account.name from support.course_staff beside
            join accounts.shared_names account on account.id = beside.user_id
            where beside.course_id = course.id order by beside.id) as staff_names,
      ${lines(sql`select stage, at, ${account("moved_by")} as by from support.course_stages
        where course_id = course.id order by at, id`)} as stages,
      ${lines(sql`select ${account("from_id")} as from, ${account("to_id")} as to, word, at,
          ${account("passed_by")} as by from support.handovers
        where course_id = course.id order by at, id`)} as handovers,
      ${lines(sql`select goal.id, goal.title, goal.state, goal.set_on, goal.due_on, goal.settled_on, goal.version,
          (select count(*)::int from support.goal_meetings worked where worked.goal_id = goal.id) as meetings
        from support.goals goal where goal.course_id = course.id order by goal.state <> 'open', goal.id`)} as goals,
      ${lines(sql`select meeting.id, meeting.subject, meeting.held_on, meeting.duration_minutes,
          round(meeting.duration_minutes::numeric / (select count(*) from support.course_meetings other
            join support.courses sharing on sharing.id = other.course_id and sharing.removed_at is null
            where other.meeting_id = meeting.id))::int as minutes,
          array(select worked.goal_id from support.goal_meetings worked
            join support.goals goal on goal.id = worked.goal_id and goal.course_id = course.id
            where worked.meeting_id = meeting.id order by 1) as goals
        from support.course_meetings link
        join activities.shared_meetings meeting on meeting.id = link.meeting_id
        where link.course_id = course.id and course.removed_at is null
        order by meeting.held_on desc, meeting.id desc`)} as meetings,
      ${lines(sql`select id, day, minutes, what, ${account("user_id")} as by from support.time_entries
        where course_id = course.id and removed_at is null order by day desc, id desc`)} as entries,
      ${lines(sql`select document.id, document.file_id, document.title, document.from_requester,
          ${account("document.added_by")} as by, document.created_at, file.size_bytes
        from support.documents document join platform.files file on file.id = document.file_id
        where document.course_id = course.id order by document.id`)} as documents,
      ${lines(sql`select id, body, ${account("written_by")} as by, from_requester, created_at from support.words
        where course_id = course.id order by id`)} as words,
      ${lines(sql`select stay.id as stay_id, cohort.name as cohort from support.cohort_stays stay
        join support.cohorts cohort on cohort.id = stay.cohort_id and cohort.removed_at is null
        where stay.course_id = course.id and stay.removed_at is null order by stay.entered_on, stay.id`)} as cohorts,
      (select to_jsonb(request) from (
        select name, email, phone, title, organisation, message, answer_by, answer_id, withdrawn_at, created_at
        from support.requests where course_id = course.id) request) as request,
      ${lines(sql`select appointment.id, appointment.starts_at, appointment.ends_at, host.name as host, appointment.name,
          appointment.place, appointment.mode
        from support.appointments appointment join support.hosts host on host.id = appointment.host_id
        where appointment.course_id = course.id and appointment.state = 'booked'
          and not exists (select from support.appointment_meetings noted
            join activities.shared_meetings meeting on meeting.id = noted.meeting_id
            where noted.appointment_id = appointment.id)
        order by appointment.starts_at, appointment.id limit 20`)} as coming,
      ${lines(sql`select id, title, content ->> 'title' as tool, updated_at from support.tool_sheets
        where course_id = course.id and removed_at is null order by updated_at desc, id desc limit 20`)} as sheets,
      ${slotsOfReferent} as slots,
      (select notes_months from support.settings) as notes_months
    from support.courses course
    left join territory.shared_communes commune on commune.code = course.commune_code
    left join projects.shared_projects project on project.id = course.project_id
    where course.id = ${id}`.execute(db);
  return rows[0];
}
