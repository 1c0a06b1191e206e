import { sql } from "kysely";
import { incubation } from "#paths/incubation.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** An organisation enters a cohort, and leaves it; a line's number is its place's, twice, one more when it leaves. */
export const incubationTimeline: TimelinePart = {
  id: "incubation",
  label: "Incubation",
  lines: (organisationId) => sql`
    select stay.entered_on as day, stay.stay_id * 2 as key, 'Entre dans la cohorte « ' || stay.cohort || ' »' as title,
           '' as detail
    from support.shared_incubation stay where stay.organisation_id = ${organisationId}
    union all
    select stay.left_on, stay.stay_id * 2 + 1,
           case stay.outcome when 'finished' then 'Termine la cohorte « ' else 'Quitte la cohorte « ' end || stay.cohort || ' »',
           ''
    from support.shared_incubation stay where stay.organisation_id = ${organisationId} and stay.left_on is not null`,
  href: (key) => incubation.stay(Math.floor(key / 2)),
};
