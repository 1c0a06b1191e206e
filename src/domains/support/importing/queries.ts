import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { bareSubject } from "../meetings/queries.ts";
import { pageSize } from "./input.ts";

/** Under this likeness of subjects, in the ten days around, nothing is proposed. */
const alike = 0.35;

export interface Unmatched {
  id: number;
  subject: string;
  organisation: string | null;
  opened_on: Day | null;
  import_line: number | null;
  /** The meeting of the log that resembles it most, in the days around, when there is one. */
  likely_id: number | null;
  likely: string | null;
  likely_on: Day | null;
}

/** The imported courses to which the log has no meeting of the same subject and day, and the one that comes nearest; a page of them. */
export async function listUnmatched(db: Db, page: number): Promise<{ rows: Unmatched[]; total: number }> {
  const { rows } = await sql<Unmatched & { total: number }>`
    with alone as materialized (
      select course.id, course.subject, course.opened_on, course.import_line, course.created_at, count(*) over ()::int as total
      from support.courses course
      where course.origin = 'import' and course.removed_at is null
        and not exists (select from support.course_meetings link
          join activities.shared_meetings meeting on meeting.id = link.meeting_id where link.course_id = course.id)
      order by course.opened_on nulls first, course.id
      limit ${pageSize} offset ${(page - 1) * pageSize}
    )
    select alone.id, alone.subject, alone.opened_on, alone.import_line, alone.total,
      coalesce(organisation.name, main.typed) as organisation,
      near.id as likely_id, near.subject as likely, near.held_on as likely_on
    from alone
    left join support.course_organisations main on main.course_id = alone.id and main.position = 0
    left join directory.shared_organisations organisation on organisation.id = main.organisation_id
    left join lateral (
      select meeting.id, meeting.subject, meeting.held_on from activities.shared_meetings meeting
      where meeting.held_on between alone.opened_on - 10 and alone.opened_on + 10
        and similarity(${bareSubject(sql`meeting.subject`)}, ${bareSubject(sql`alone.subject`)}) >= ${alike}
      order by similarity(${bareSubject(sql`meeting.subject`)}, ${bareSubject(sql`alone.subject`)}) desc,
        abs(meeting.held_on - alone.opened_on), meeting.id limit 1
    ) near on true
    order by alone.opened_on nulls first, alone.id`.execute(db);
  return { rows: rows.map(({ total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
