import { sql } from "kysely";
import { support } from "#paths/support.ts";
import type { MeetingPart } from "#platform/meeting-part.ts";

/** The course of support that this meeting served, on a meeting of the log. */
export const supportMeetingPart: MeetingPart = {
  id: "support",
  label: "Accompagnement",
  lines: (meetingId) => sql`
    select course.id as key, course.subject as title, '' as detail
    from support.course_meetings link
    join support.courses course on course.id = link.course_id and course.removed_at is null
    where link.meeting_id = ${meetingId}`,
  href: support.one,
};
