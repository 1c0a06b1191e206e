import { sql } from "kysely";
import { support } from "#paths/support.ts";
import type { TimelinePart } from "#platform/timeline.ts";
import { stages } from "./rules.ts";
import { stageLabels } from "./texts.ts";

const worded = sql`case course.stage ${sql.join(
  stages.map((stage) => sql`when ${sql.lit(stage)} then ${sql.lit(stageLabels[stage])}`),
  sql` `,
)} end`;

/** The courses of support of an organisation, on the day when they opened or were asked for. */
export const supportTimeline: TimelinePart = {
  id: "support",
  label: "Accompagnement",
  lines: (organisationId) => sql`
    select coalesce(course.opened_on, course.asked_on, (course.created_at at time zone 'Europe/Paris')::date) as day,
           course.id as key, course.subject as title, ${worded} as detail
    from support.courses course
    where course.removed_at is null and course.id in (
      select line.course_id from support.course_organisations line where line.organisation_id = ${organisationId})`,
  href: support.one,
};
