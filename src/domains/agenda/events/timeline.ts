import { sql } from "kysely";
import { agenda } from "#paths/agenda.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** The events that an organisation holds, on their first day; those without a date wait for one. */
export const eventsTimeline: TimelinePart = {
  id: "events",
  label: "Événement",
  lines: (organisationId) => sql`
    select event.first_on as day, event.id as key, event.title,
           concat_ws(', ', event.kind, case when event.cancelled then 'annulé' end) as detail
    from agenda.shared_events event
    where event.first_on is not null and event.status = 'published' and event.id in (
      select organiser.event_id from agenda.organisers organiser where organiser.organisation_id = ${organisationId})`,
  href: agenda.one,
};
