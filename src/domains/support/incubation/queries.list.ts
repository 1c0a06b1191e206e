import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { pageSize } from "./input.ts";

export interface CohortLine {
  id: number;
  name: string;
  scheme: string | null;
  from_year: number;
  to_year: number;
  closed_on: Day | null;
  referent_id: string | null;
  /** Organisations that are in it now, and all that ever were. */
  here: number;
  ever: number;
}

/** A page of the cohorts whose name has these words, the latest first, and how many there are; or of those that are deleted. */
export async function listCohorts(
  db: Db,
  { removed, words = "", page }: { removed: boolean; words?: string | undefined; page: number },
) {
  const { rows } = await sql<CohortLine & { total: number }>`
    select cohort.id, cohort.name, term.label as scheme, cohort.from_year, cohort.to_year, cohort.closed_on, cohort.referent_id,
      (select count(*)::int from support.cohort_stays stay
        where stay.cohort_id = cohort.id and stay.removed_at is null and stay.left_on is null) as here,
      (select count(*)::int from support.cohort_stays stay
        where stay.cohort_id = cohort.id and stay.removed_at is null) as ever,
      count(*) over ()::int as total
    from support.cohorts cohort
    left join vocabularies.shared_terms term on term.id = cohort.scheme_id
    where cohort.removed_at is ${removed ? sql`not null` : sql`null`} and ${named(words)}
    order by cohort.closed_on is not null, cohort.from_year desc, cohort.id desc
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  return { total: rows[0]?.total ?? 0, lines: rows };
}

const named = (words: string) =>
  sql`platform.fold(cohort.name) like all (${fold(words)
    .split(" ")
    .map((word) => `%${word}%`)}::text[])`;

/** The places of an organisation in cohorts, the latest first: what its record says of them. */
export async function listStaysOf(db: Db, organisationId: number) {
  const { rows } = await sql<{
    stay_id: number;
    cohort: string;
    entered_on: Day;
    left_on: Day | null;
    milestones_reached: number;
  }>`
    select stay_id, cohort, entered_on, left_on, milestones_reached from support.shared_incubation
    where organisation_id = ${organisationId} order by entered_on desc, stay_id desc limit 20`.execute(db);
  return rows;
}
export type OrganisationStay = Awaited<ReturnType<typeof listStaysOf>>[number];
