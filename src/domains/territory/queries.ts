import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** How much the geography holds, and where it comes from. */
export async function countGeography(db: Db) {
  const { rows } = await sql<{
    communes: number;
    epcis: number;
    departments: number;
    regions: number;
    countries: number;
    names: number;
    spellings: number;
    offices: number;
    approximate: number;
    source: string | null;
    loaded_at: Date | null;
  }>`select (select count(*) from territory.communes where is_current) as communes,
      (select count(*) from territory.epcis) as epcis,
      (select count(*) from territory.departments) as departments,
      (select count(*) from territory.regions) as regions,
      (select count(*) from territory.countries) as countries,
      (select count(*) from territory.place_names) as names,
      (select count(*) from territory.spellings where removed_at is null) as spellings,
      (select count(*) from territory.offices) as offices,
      (select count(*) from territory.communes where coordinates_source = 'approximate') as approximate,
      source.label as source, source.loaded_at
    from (select 1) one left join territory.sources source on source.name = 'geography'`.execute(db);
  return rows[0] as (typeof rows)[number];
}
export type Geography = Awaited<ReturnType<typeof countGeography>>;

/** The départements of a region with their communes and population. */
export async function listDepartmentFigures(db: Db, regionCode: string) {
  return db
    .selectFrom("territory.departments as department")
    .innerJoin("territory.communes as commune", "commune.department_code", "department.code")
    .select(({ fn }) => [
      "department.code",
      "department.name",
      fn.countAll<number>().as("communes"),
      fn.sum<number>("commune.population").as("population"),
    ])
    .where("department.region_code", "=", regionCode)
    .where("commune.is_current", "=", true)
    .groupBy(["department.code", "department.name"])
    .orderBy("department.code")
    .execute();
}
export type DepartmentFigures = Awaited<ReturnType<typeof listDepartmentFigures>>[number];
