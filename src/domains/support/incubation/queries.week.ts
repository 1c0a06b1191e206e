import { sql } from "kysely";
import { addDays, type Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

/** A milestone on its day, and the organisations of the cohort that have still to reach it. */
export interface DueMilestone {
  cohort_id: number;
  cohort: string;
  title: string;
  due_on: Day;
  organisations: string[];
}

/**
 * Milestones due by `until` that organisations still there have not reached, in the open cohorts of this referent: one line a
 * milestone and day, with their names. A part of the statement of the week.
 */
export const dueMilestones = (referent: string, until: Day) => sql`(
  select coalesce(jsonb_agg(line order by line.due_on, line.cohort, line.title), '[]') from (
    select cohort.id as cohort_id, cohort.name as cohort, milestone.title, due.due_on,
      array_agg(organisation.name order by platform.fold(organisation.name)) as organisations
    from support.cohorts cohort
    join support.cohort_milestones milestone on milestone.cohort_id = cohort.id and milestone.removed_at is null
    join support.cohort_stays stay on stay.cohort_id = cohort.id and stay.removed_at is null and stay.left_on is null
    join directory.shared_organisations organisation on organisation.id = stay.organisation_id
    cross join lateral (
      select support.milestone_due(milestone.due_on, milestone.due_months, stay.entered_on) as due_on) due
    left join support.cohort_marks mark on mark.milestone_id = milestone.id and mark.stay_id = stay.id
    where cohort.removed_at is null and cohort.closed_on is null and mark.reached_on is null and due.due_on <= ${until}
      and ${referent === "personne" ? sql`cohort.referent_id is null` : sql`cohort.referent_id = ${referent}::uuid`}
    group by cohort.id, milestone.id, due.due_on order by due.due_on, cohort.id, milestone.id limit 100) line)`;

/** Those whose day is past on this one, for the digest; a hundred at most, the oldest first. */
export async function listLateMilestones(db: Db, referentId: string, day: Day): Promise<DueMilestone[]> {
  const { rows } = await sql<{ milestones: DueMilestone[] }>`
    select ${dueMilestones(referentId, addDays(day, -1))} as milestones`.execute(db);
  return rows[0]?.milestones ?? [];
}
