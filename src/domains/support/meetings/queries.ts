import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

/** A meeting of the log that may be one of a course, and why. */
export interface LikelyMeeting {
  id: number;
  subject: string;
  held_on: Day;
  type: string;
  duration_minutes: number;
  same_organisation: boolean;
  /** From 0 to 1: how much the subjects have in common. */
  likeness: number;
}

/** How many days before a course opens and after it ends its meetings are looked for. */
const around = 45;
/** Under this likeness of subjects, a meeting of another organisation is not proposed. */
const alike = 0.4;

/**
 * The meetings of the log, of no course yet, that may be this one's: with one of its organisations or under nearly the same
 * subject, in its time. The likeliest first, eight at most; nothing is linked without a person.
 */
export async function listLikelyMeetings(db: Db, courseId: number): Promise<LikelyMeeting[]> {
  const { rows } = await sql<LikelyMeeting>`
    with course as materialized (
      select id, platform.fold(subject) as key, coalesce(opened_on, asked_on, created_at::date) as day, closed_on
      from support.courses where id = ${courseId} and removed_at is null
    ), near as materialized (
      select meeting.id, meeting.subject, meeting.held_on, meeting.type, meeting.duration_minutes,
             similarity(platform.fold(meeting.subject), course.key) as likeness,
             exists (select from activities.shared_meeting_organisations met
               join support.course_organisations line on line.organisation_id = met.organisation_id
               where met.meeting_id = meeting.id and line.course_id = course.id) as same_organisation
      from course join activities.shared_meetings meeting
        on meeting.held_on between course.day - ${around}::int and coalesce(course.closed_on, course.day + 365) + ${around}::int
      where not exists (select from support.course_meetings link where link.meeting_id = meeting.id)
    )
    select id, subject, held_on, type, duration_minutes, same_organisation, round(likeness::numeric, 2) as likeness
    from near where same_organisation or likeness >= ${alike}
    order by same_organisation desc, likeness desc, held_on desc, id limit 8`.execute(db);
  return rows;
}
