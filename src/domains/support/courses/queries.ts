import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { GoalState, Outcome, Stage } from "../rules.ts";

export interface CourseMeeting {
  id: number;
  subject: string;
  held_on: Day;
  duration_minutes: number;
  /** The part of its time that is this course's, when it serves several. */
  minutes: number;
  goals: readonly number[];
}

export interface Goal {
  id: number;
  title: string;
  state: GoalState;
  set_on: Day;
  due_on: Day | null;
  settled_on: Day | null;
  version: number;
  meetings: number;
}

/** A course with all that hangs on it but its confidential notes. */
export interface Course {
  id: number;
  subject: string;
  stage: Stage;
  stage_since: Date;
  asked_on: Day | null;
  opened_on: Day | null;
  closed_on: Day | null;
  outcome: Outcome | null;
  outcome_words: string;
  referent_id: string | null;
  description: string;
  theme_ids: number[];
  country_codes: string[];
  scheme_id: number | null;
  pole_id: number | null;
  axis_id: number | null;
  commune_code: string | null;
  place: string;
  commune: string | null;
  next_step: string;
  next_step_on: Day | null;
  project_id: number | null;
  project: string | null;
  application: string;
  origin: "request" | "staff" | "import";
  touched_at: Date;
  notes_erased_at: Date | null;
  import_id: number | null;
  import_line: number | null;
  removed_at: Date | null;
  version: number;
  updated_at: Date;
  themes: string[];
  countries: string[];
  scheme: string | null;
  pole: string | null;
  axis: string | null;
  organisations: { typed: string; organisation_id: number | null; name: string | null }[];
  people: {
    id: number;
    person_id: number | null;
    name: string;
    email: string;
    phone: string;
    title: string;
  }[];
  staff: string[];
  stages: { stage: Stage; at: string; moved_by: string | null }[];
  handovers: {
    from_id: string | null;
    to_id: string | null;
    word: string;
    at: string;
    passed_by: string | null;
  }[];
  goals: Goal[];
  meetings: CourseMeeting[];
  entries: { id: number; day: Day; minutes: number; what: string; user_id: string | null }[];
  documents: {
    id: number;
    file_id: string;
    title: string;
    from_requester: boolean;
    added_by: string | null;
    created_at: string;
    size_bytes: number;
  }[];
  words: {
    id: number;
    body: string;
    written_by: string | null;
    from_requester: boolean;
    created_at: string;
  }[];
  request: CourseRequest | null;
}

export interface CourseRequest {
  name: string;
  email: string;
  phone: string;
  title: string;
  organisation: string;
  message: string;
  answer_by: Day;
  answer_id: number | null;
  withdrawn_at: string | null;
  created_at: string;
}

const lines = (select: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(line), '[]') from (${select}) line)`;
const label = (column: string) =>
  sql`(select label from vocabularies.shared_terms term where term.id = ${sql.ref(column)})`;

/** A course and what hangs on it, in one statement; a deleted one too (`removed_at`). */
export async function findCourse(db: Db, id: number): Promise<Course | undefined> {
  const { rows } = await sql<Course>`
    select course.id, course.subject, course.stage, course.stage_since, course.asked_on, course.opened_on,
      course.closed_on, course.outcome, course.outcome_words, course.referent_id, course.description, course.theme_ids,
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
        where course_id = course.id order by id`)} as people,
      array(select user_id from support.course_staff where course_id = course.id order by id) as staff,
      ${lines(sql`select stage, at, moved_by from support.course_stages
        where course_id = course.id order by at, id`)} as stages,
      ${lines(sql`select from_id, to_id, word, at, passed_by from support.handovers
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
      ${lines(sql`select id, day, minutes, what, user_id from support.time_entries
        where course_id = course.id and removed_at is null order by day desc, id desc`)} as entries,
      ${lines(sql`select document.id, document.file_id, document.title, document.from_requester, document.added_by,
          document.created_at, file.size_bytes
        from support.documents document join platform.files file on file.id = document.file_id
        where document.course_id = course.id order by document.id`)} as documents,
      ${lines(sql`select id, body, written_by, from_requester, created_at from support.words
        where course_id = course.id order by id`)} as words,
      (select to_jsonb(request) from (
        select name, email, phone, title, organisation, message, answer_by, answer_id, withdrawn_at, created_at
        from support.requests where course_id = course.id) request) as request
    from support.courses course
    left join territory.shared_communes commune on commune.code = course.commune_code
    left join projects.shared_projects project on project.id = course.project_id
    where course.id = ${id}`.execute(db);
  return rows[0];
}

/** Every account named in a course, for their names. */
export const accountsOf = (course: Course): (string | null)[] => [
  course.referent_id,
  ...course.staff,
  ...course.stages.map(({ moved_by }) => moved_by),
  ...course.handovers.flatMap(({ from_id, to_id, passed_by }) => [from_id, to_id, passed_by]),
  ...course.entries.map(({ user_id }) => user_id),
  ...course.documents.map(({ added_by }) => added_by),
  ...course.words.map(({ written_by }) => written_by),
];
