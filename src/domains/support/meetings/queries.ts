import { type RawBuilder, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

/** A meeting of the log that may be one of a course, and why. */
export interface LikelyMeeting {
  id: number;
  subject: string;
  held_on: Day;
  type: string;
  duration_minutes: number;
  why: "organisation" | "name" | "subject";
}

/** How many days before a course opens and after it ends its meetings are looked for. */
const around = 45;
/** Under this likeness of subjects, a meeting of another organisation is not proposed. */
const alike = 0.5;
/** From this likeness on, a subject names an organisation. */
const names = 0.8;

/** Words that every subject has, and that say nothing of what two have in common. */
const common =
  "accompagnements?|premier|rdv|rendez|vous|projets?|point|reunion|de|du|des|d|la|le|les|l|un|une|en|au|aux|a|et|pour|sur|avec";
export const bareSubject = (subject: RawBuilder<unknown>) =>
  sql`btrim(regexp_replace(regexp_replace(platform.fold(${subject}), ${`\\y(${common})\\y`}, '', 'g'), ' +', ' ', 'g'))`;

/**
 * The meetings of the log, of no course yet, that may be this one's: with one of its organisations, or whose subject names one or is
 * nearly the same, in its time. The likeliest first, eight at most; nothing is linked without a person.
 */
export async function listLikelyMeetings(db: Db, courseId: number): Promise<LikelyMeeting[]> {
  const { rows } = await sql<LikelyMeeting>`
    with course as materialized (
      select id, ${bareSubject(sql`subject`)} as key, coalesce(opened_on, asked_on, created_at::date) as day, closed_on,
        array(select platform.fold(coalesce(organisation.name, line.typed)) from support.course_organisations line
          left join directory.shared_organisations organisation on organisation.id = line.organisation_id
          where line.course_id = course.id) as names
      from support.courses course where id = ${courseId} and removed_at is null
    ), near as materialized (
      select meeting.id, meeting.subject, meeting.held_on, meeting.type, meeting.duration_minutes,
             similarity(${bareSubject(sql`meeting.subject`)}, course.key) as likeness,
             exists (select from unnest(course.names) name
               where length(name) > 3 and strict_word_similarity(name, platform.fold(meeting.subject)) >= ${names}) as named,
             exists (select from activities.shared_meeting_organisations met
               join support.course_organisations line on line.organisation_id = met.organisation_id
               where met.meeting_id = meeting.id and line.course_id = course.id) as same_organisation
      from course join activities.shared_meetings meeting
        on meeting.held_on between course.day - ${around}::int and coalesce(course.closed_on, course.day + 365) + ${around}::int
      where not exists (select from support.course_meetings link where link.meeting_id = meeting.id)
    )
    select id, subject, held_on, type, duration_minutes,
      case when same_organisation then 'organisation' when named then 'name' else 'subject' end as why
    from near where same_organisation or named or likeness >= ${alike}
    order by same_organisation desc, named desc, likeness desc, held_on desc, id limit 8`.execute(db);
  return rows;
}
