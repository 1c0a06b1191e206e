import { sql } from "kysely";
import { activities } from "#paths/activities.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** The meetings with an organisation, each once even when it was named twice. */
export const meetingsTimeline: TimelinePart = {
  id: "meetings",
  label: "Réunion",
  lines: (organisationId) => sql`
    select meeting.held_on as day, meeting.id as key, meeting.subject as title,
           concat_ws(', ', meeting.type, nullif(meeting.places, '')) as detail
    from activities.shared_meetings meeting
    where meeting.id in (
      select met.meeting_id from activities.meeting_organisations met where met.organisation_id = ${organisationId})`,
  href: activities.one,
};
