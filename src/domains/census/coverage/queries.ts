import { sql } from "kysely";
import { findSettings } from "#domains/network/index.ts";
import type { Db } from "#platform/db/index.ts";
import { type Counted, type Covered, coverageOf, type Imbalance, imbalancesOf } from "./rules.ts";

/** A campaign's answers by département and by family, against what is known and who lives there. */
export interface Coverage {
  /** Published organisations of the directory, and those of them that answered the campaign. */
  known: number;
  answered: number;
  departments: Covered[];
  families: Covered[];
  imbalances: { departments: Imbalance[]; families: Imbalance[] };
}

/**
 * Counts the coverage of a campaign as it is now, in one statement: the départements of the network's region, with those
 * elsewhere and those without a place apart; the families of actors.
 */
export async function computeCoverage(db: Db, campaignId: number): Promise<Coverage> {
  const { region_code } = await findSettings(db);
  const { rows } = await sql<{ departments: Counted[]; families: Counted[] }>`
    with known as materialized (
      select organisation.id, organisation.department_code, organisation.family_code, organisation.family,
             invitation.id is not null as answered
      from directory.shared_organisations organisation
      left join census.invitations invitation on invitation.organisation_id = organisation.id
        and invitation.campaign_id = ${campaignId} and invitation.state = 'answered'
      where organisation.status = 'published'
    ), department as (
      select code, name, population from territory.shared_departments
      where region_code = ${region_code ?? ""}
    ), placed as (
      select department.code as key, department.name as label, department.population,
             count(known.id) as known, count(known.id) filter (where known.answered) as answered
      from department left join known on known.department_code = department.code
      group by department.code, department.name, department.population
      union all
      select '', case when known.department_code is null then 'Sans département' else 'Autres départements' end, null,
             count(*), count(*) filter (where known.answered)
      from known where known.department_code is null or known.department_code not in (select code from department)
      group by 2
    ), family as (
      select coalesce(known.family_code, '') as key, coalesce(known.family, 'Sans famille') as label,
             count(*) as known, count(*) filter (where known.answered) as answered
      from known group by 1, 2
    )
    select (select coalesce(jsonb_agg(to_jsonb(placed) order by placed.key = '', placed.known desc, placed.label), '[]')
            from placed) as departments,
           (select coalesce(jsonb_agg(to_jsonb(family) || '{"population": null}' order by family.key = '',
              family.known desc, family.label), '[]') from family) as families`.execute(db);
  const departments = coverageOf(rows[0]?.departments ?? []);
  const families = coverageOf(rows[0]?.families ?? []);
  return {
    known: families.reduce((sum, line) => sum + line.known, 0),
    answered: families.reduce((sum, line) => sum + line.answered, 0),
    departments,
    families,
    imbalances: { departments: imbalancesOf(departments), families: imbalancesOf(families) },
  };
}
