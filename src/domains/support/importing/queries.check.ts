import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

/** What a course and its first meeting have in common: the subject, whatever the accents and case, and the day. */
export const dayKey = ({ subject, startedOn }: { subject: string; startedOn: Day | null }) =>
  `${startedOn ?? ""}|${fold(subject)}`;

/** The meetings of these days by what they have in common with a course (`dayKey`); of two alike, the first. */
export async function listMeetingsOf(db: Db, days: readonly Day[]): Promise<Map<string, number>> {
  if (days.length === 0) return new Map();
  const { rows } = await sql<{ id: number; subject: string; startedOn: Day }>`
    select id, subject, held_on as "startedOn" from activities.shared_meetings
    where held_on = any(${[...days]}::date[]) order by id desc`.execute(db);
  return new Map(rows.map((row) => [dayKey(row), row.id]));
}

/** The courses of these subjects that are there, by organisation and `dayKey`; those of the import itself do not count. */
export async function listKnownCourses(
  db: Db,
  subjects: readonly string[],
  importId: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; subject: string; startedOn: Day | null; who: string }>`
    select course.id, course.subject, course.opened_on as "startedOn",
      coalesce(line.organisation_id::text, 'n:' || platform.fold(line.typed)) as who
    from support.courses course
    join support.course_organisations line on line.course_id = course.id
    where platform.fold(course.subject) = any(select platform.fold(subject) from unnest(${[...subjects]}::text[]) subject)
      and course.removed_at is null and course.import_id is distinct from ${importId}
    order by course.id desc`.execute(db);
  return new Map(rows.map((row) => [`${row.who}|${dayKey(row)}`, row.id]));
}
