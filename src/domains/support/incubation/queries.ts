import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Answers, ToolContent } from "../tools/rules.ts";
import type { LineKind, StayOutcome } from "./rules.ts";

export interface Milestone {
  id: number;
  title: string;
  due_on: Day | null;
  due_months: number | null;
  version: number;
}

export interface CohortStay {
  id: number;
  organisation_id: number;
  name: string;
  entered_on: Day;
  left_on: Day | null;
  outcome: StayOutcome | null;
  reason: string;
  course_id: number | null;
  course: string | null;
  /** One a milestone of the cohort, in its order. */
  marks: { milestone_id: number; due_on: Day; reached_on: Day | null; note: string; version: number }[];
  /** How many times the diagnosis was made. */
  points_count: number;
  /** The diagnosis at the entry and each year, in order; of a cohort, the first and the last only. */
  points: { number: number; held_on: Day; sheet_id: number; content: ToolContent; answers: Answers }[];
}

export interface CohortEvent {
  id: number;
  title: string;
  kind: string;
  cancelled: boolean;
  dates: { starts_on: Day; ends_on: Day | null; cancelled: boolean }[];
  /** When it has no date yet. */
  planned_period: string;
  /** Organisations of the cohort that were there; those that have a place. */
  present: string[];
  registered: string[];
}

export interface CohortBudgetLine {
  id: number;
  kind: LineKind;
  label: string;
  planned_cents: number;
  realised_cents: number;
  funder: string;
  organisation_id: number | null;
  version: number;
}

export interface Cohort {
  id: number;
  name: string;
  scheme_id: number | null;
  scheme: string | null;
  from_year: number;
  to_year: number;
  referent_id: string | null;
  purpose: string;
  closed_on: Day | null;
  closing_words: string;
  removed_at: Date | null;
  version: number;
  updated_at: Date;
  stays: CohortStay[];
  milestones: Milestone[];
  events: CohortEvent[];
  lines: CohortBudgetLine[];
}

const lines = (select: ReturnType<typeof sql>) =>
  sql`(select coalesce(jsonb_agg(line), '[]') from (${select}) line)`;

/** The milestones of a cohort in the order in which they fall, those of no fixed day by the months after an entry. */
export const milestoneOrder = sql`coalesce(milestone.due_on,
  make_date(cohort.from_year, 1, 1) + make_interval(months => coalesce(milestone.due_months, 0))), milestone.id`;

const isPoint = sql`point.stay_id = stay.id and sheet.removed_at is null`;
const points = sql`support.cohort_points point join support.tool_sheets sheet on sheet.id = point.sheet_id`;

/** An end of the diagnoses of an organisation: that which comes first in this order. */
const end = (order: ReturnType<typeof sql>) =>
  sql`(select point.id from ${points} where ${isPoint} order by ${order} limit 1)`;
const onlyEnds = sql`point.id in (${end(sql`point.number, point.held_on, point.id`)},
  ${end(sql`point.number desc, point.held_on desc, point.id desc`)})`;

/** An organisation in a cohort; the words and answers of a diagnosis are long: of a whole cohort, its two ends are enough. */
export const stayColumns = (
  which: "all" | "ends",
) => sql`stay.id, stay.organisation_id, organisation.name, stay.entered_on, stay.left_on, stay.outcome,
  stay.reason, stay.course_id, course.subject as course,
  ${lines(sql`select milestone.id as milestone_id, mark.reached_on, coalesce(mark.note, '') as note,
      coalesce(mark.version, 0) as version,
      support.milestone_due(milestone.due_on, milestone.due_months, stay.entered_on) as due_on
    from support.cohort_milestones milestone
    left join support.cohort_marks mark on mark.milestone_id = milestone.id and mark.stay_id = stay.id
    where milestone.cohort_id = cohort.id and milestone.removed_at is null order by ${milestoneOrder}`)} as marks,
  (select count(*)::int from ${points} where ${isPoint}) as points_count,
  ${lines(sql`select point.number, point.held_on, point.sheet_id, sheet.content, sheet.answers
    from ${points} where ${isPoint} and ${which === "all" ? sql`true` : onlyEnds}
    order by point.number, point.held_on, point.id`)} as points`;

export const stayJoins = sql`
  join directory.shared_organisations organisation on organisation.id = stay.organisation_id
  left join support.courses course on course.id = stay.course_id and course.removed_at is null`;

const together = (state: ReturnType<typeof sql>) => sql`array(
  select distinct organisation.name from ${state}
  join support.cohort_stays stay on stay.organisation_id = line.organisation_id
    and stay.cohort_id = cohort.id and stay.removed_at is null
  join directory.shared_organisations organisation on organisation.id = stay.organisation_id
  where line.event_id = event.id order by 1)`;

/** A cohort and what hangs on it, in one statement; a deleted one too (`removed_at`). */
export async function findCohort(db: Db, id: number): Promise<Cohort | undefined> {
  const { rows } = await sql<Cohort>`
    select cohort.id, cohort.name, cohort.scheme_id, term.label as scheme, cohort.from_year, cohort.to_year, cohort.referent_id,
      cohort.purpose, cohort.closed_on, cohort.closing_words, cohort.removed_at, cohort.version, cohort.updated_at,
      ${lines(sql`select ${stayColumns("ends")} from support.cohort_stays stay ${stayJoins}
        where stay.cohort_id = cohort.id and stay.removed_at is null
        order by stay.left_on is not null, platform.fold(organisation.name), stay.id`)} as stays,
      ${lines(sql`select milestone.id, milestone.title, milestone.due_on, milestone.due_months, milestone.version
        from support.cohort_milestones milestone
        where milestone.cohort_id = cohort.id and milestone.removed_at is null order by ${milestoneOrder}`)} as milestones,
      ${lines(sql`select event.id, event.title, event.kind, event.cancelled, event.planned_period,
          ${lines(sql`select session.starts_on, session.ends_on, session.cancelled from agenda.shared_sessions session
            where session.event_id = event.id order by session.starts_on, session.id`)} as dates,
          ${together(sql`(select * from agenda.shared_attendances where state = 'present') line`)} as present,
          ${together(sql`(select * from agenda.shared_registrations where state = 'confirmed') line`)} as registered
        from support.cohort_events link join agenda.shared_events event on event.id = link.event_id
        where link.cohort_id = cohort.id
        order by coalesce(event.first_on, event.planned_to) nulls last, event.id`)} as events,
      ${lines(sql`select id, kind, label, planned_cents, realised_cents, funder, organisation_id, version
        from support.cohort_budget_lines where cohort_id = cohort.id and removed_at is null
        order by kind, id`)} as lines
    from support.cohorts cohort
    left join vocabularies.shared_terms term on term.id = cohort.scheme_id
    where cohort.id = ${id}`.execute(db);
  return rows[0];
}
