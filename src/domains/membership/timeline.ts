import { sql } from "kysely";
import { membership } from "#paths/membership.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** The years in which an organisation was a member: on the day it joined, else on the first of the year. */
export const membershipTimeline: TimelinePart = {
  id: "memberships",
  label: "Adhésion",
  lines: (organisationId) => sql`
    select coalesce(joined_on, make_date(year, 1, 1)) as day, year as key, 'Adhérente ' || year as title,
           'Collège « ' || college || ' »' as detail
    from membership.shared_memberships where organisation_id = ${organisationId}`,
  href: (year) => membership.all(year),
};
