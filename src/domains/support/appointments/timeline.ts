import { sql } from "kysely";
import { appointments } from "#paths/appointments.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** The appointments of an organisation with the team. */
export const appointmentsTimeline: TimelinePart = {
  id: "appointments",
  label: "Rendez-vous",
  lines: (organisationId) => sql`
    select (appointment.starts_at at time zone 'Europe/Paris')::date as day, appointment.id as key, appointment.subject as title,
           concat_ws(', ', 'avec ' || host.name, case appointment.state when 'cancelled' then 'annulé' end) as detail
    from support.appointments appointment
    join support.hosts host on host.id = appointment.host_id
    where appointment.organisation_id = ${organisationId}`,
  href: (key) => appointments.one(key),
};
