import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Weights } from "./rules.ts";

/** What is known of who looks for partners. */
export interface Seeker {
  organisationId: number | null;
  epciCode: string | null;
  departmentCode: string | null;
  familyId: number | null;
  countries: readonly string[];
  sectors: readonly number[];
  goals: readonly number[];
}

/** An actor that could be a partner, and what it has in common with who looks. */
export interface Partner {
  id: number;
  name: string;
  actor_type_id: number | null;
  department_code: string | null;
  same_place: boolean;
  same_department: boolean;
  other_family: boolean;
  countries: string[];
  sectors: number[];
  goals: number[];
  score: number;
}

/** What the public card of an organisation says of where and on what it works. */
export async function findSeeker(db: Db, organisationId: number): Promise<Seeker | undefined> {
  const { rows } = await sql<{
    id: number;
    epci_code: string | null;
    department_code: string | null;
    family_id: number | null;
    country_codes: string[];
    sector_ids: number[];
    goal_ids: number[];
  }>`select id, epci_code, department_code, family_id, country_codes, sector_ids, goal_ids
     from directory.shared_organisations where id = ${organisationId}`.execute(db);
  const [row] = rows;
  return (
    row && {
      organisationId: row.id,
      epciCode: row.epci_code,
      departmentCode: row.department_code,
      familyId: row.family_id,
      countries: row.country_codes,
      sectors: row.sector_ids,
      goals: row.goal_ids,
    }
  );
}

/**
 * The actors whose public cards have most in common with who looks, the best first. Points, by `weights`: the same group
 * of communes, the same département, one country in common (and a fifth more for each other), one sector (the same), one
 * goal, another family of actors. Only those who share a territory, a country or a sector are weighed; one statement.
 */
export async function listPartners(db: Db, seeker: Seeker, weights: Weights, limit = 24): Promise<Partner[]> {
  const { rows } = await sql<Partner>`
    with common as (
      select card.id, card.name, card.actor_type_id, card.department_code,
        coalesce(card.epci_code = ${seeker.epciCode}, false) as same_place,
        coalesce(card.department_code = ${seeker.departmentCode}, false) as same_department,
        coalesce(card.family_id <> ${seeker.familyId}::bigint, false) as other_family,
        array(select unnest(card.country_codes) intersect select unnest(${seeker.countries}::text[]) order by 1) as countries,
        array(select unnest(card.sector_ids) intersect select unnest(${seeker.sectors}::bigint[]) order by 1) as sectors,
        array(select unnest(card.goal_ids) intersect select unnest(${seeker.goals}::bigint[]) order by 1) as goals
      from directory.shared_public_work card
      where card.id is distinct from ${seeker.organisationId}::bigint
        and (card.department_code = ${seeker.departmentCode} or card.country_codes && ${seeker.countries}::text[]
             or card.sector_ids && ${seeker.sectors}::bigint[])
    )
    select *, round(
        (case when same_place then ${weights.place} else 0 end) + (case when same_department then ${weights.department} else 0 end)
      + (case when cardinality(countries) > 0 then ${weights.country} * (1 + 0.2 * (cardinality(countries) - 1)) else 0 end)
      + (case when cardinality(sectors) > 0 then ${weights.sector} * (1 + 0.2 * (cardinality(sectors) - 1)) else 0 end)
      + (case when cardinality(goals) > 0 then ${weights.goal} else 0 end)
      + (case when other_family then ${weights.family} else 0 end))::int as score
    from common
    order by score desc, name, id limit ${limit}`.execute(db);
  return rows;
}
