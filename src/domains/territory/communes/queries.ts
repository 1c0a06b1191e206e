import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { placeKey } from "../rules.ts";

/** A commune with what frames it; undefined when the code (INSEE) is none that was ever loaded. */
export async function findCommune(db: Db, code: string) {
  return db
    .selectFrom("territory.communes as commune")
    .innerJoin("territory.departments as department", "department.code", "commune.department_code")
    .innerJoin("territory.regions as region", "region.code", "department.region_code")
    .leftJoin("territory.epcis as epci", "epci.code", "commune.epci_code")
    .select([
      "commune.code",
      "commune.name",
      "commune.population",
      "commune.postal_codes",
      "commune.siren",
      "commune.longitude",
      "commune.latitude",
      "commune.coordinates_source",
      "commune.is_current",
      "department.code as department_code",
      "department.name as department",
      "region.code as region_code",
      "region.name as region",
      "epci.name as epci",
    ])
    .where("commune.code", "=", code)
    .executeTakeFirst();
}

/** The départements by code, those of one region when it is given. */
export async function listDepartments(db: Db, { regionCode }: { regionCode?: string } = {}) {
  return db
    .selectFrom("territory.departments")
    .select(["code", "name", "region_code"])
    .$if(regionCode !== undefined, (query) => query.where("region_code", "=", regionCode ?? ""))
    .orderBy("code")
    .execute();
}

/** A place offered while someone types. */
export interface Suggestion {
  code: string;
  name: string;
  department: string;
  departmentCode: string;
  /** The name found when it is not the commune's own: a former commune, a quarter, a spelling. */
  alias: string | null;
  /** What to put in a field so that it is surely this commune: `Lille`, `Senlis (Oise)`. */
  written: string;
  population: number;
}

/**
 * Communes for what someone is typing: a beginning of name or of one of its words, a postal code, else the nearest names;
 * the region's first, then the most peopled. At most `limit`; nothing for an empty question.
 */
export async function searchPlaces(
  db: Db,
  typed: string,
  { regionCode, limit = 10 }: { regionCode?: string; limit?: number } = {},
): Promise<Suggestion[]> {
  const digits = /^\s*\d{2,5}\s*$/.test(typed) ? typed.trim() : undefined;
  const key = placeKey(typed);
  if (!key && !digits) return [];
  const found = digits
    ? sql`select code as commune_code, null as label, 1 as rank from territory.communes
        where exists (select from unnest(postal_codes) postal where postal like ${`${digits}%`})`
    : sql`select commune_code, label, case when key = ${key} then 0 when key like ${`${key}%`} then 1 else 2 end as rank
        from (select key, label, commune_code from territory.place_names
              union all select key, label, commune_code from territory.spellings where removed_at is null) name
        where key like ${`${key}%`} or key like ${`% ${key}%`}`;
  const matched = await suggest(db, found, regionCode, limit);
  if (matched.length > 0 || digits || key.length < 4) return matched;
  const near = sql`select commune_code, label, key <-> ${key} as rank from territory.place_names
    where key % ${key} order by key <-> ${key} limit ${limit}`;
  return suggest(db, near, regionCode, limit);
}

async function suggest(db: Db, found: ReturnType<typeof sql>, regionCode = "", limit: number) {
  const { rows } = await sql<Suggestion>`
    select commune.code, commune.name, department.name as department, department.code as "departmentCode",
           case when best.label <> commune.name then best.label end as alias,
           commune.name || case when exists (
             select from territory.place_names twin
             where twin.key = platform.fold(commune.name) and twin.commune_code <> commune.code)
             then ' (' || department.name || ')' else '' end as written,
           coalesce(commune.population, 0) as population
    from (select distinct on (commune_code) commune_code, label, rank from (${found}) found
          order by commune_code, rank, label) best
    join territory.communes commune on commune.code = best.commune_code and commune.is_current
    join territory.departments department on department.code = commune.department_code
    order by (department.region_code = ${regionCode}) desc, least(best.rank, 1), commune.population desc nulls last, commune.code
    limit ${limit}`.execute(db);
  return rows;
}

/** Communes by their INSEE codes, in the order of names, with their département. */
export async function listCommunesOf(db: Db, codes: readonly string[]) {
  return db
    .selectFrom("territory.communes as commune")
    .innerJoin("territory.departments as department", "department.code", "commune.department_code")
    .select(["commune.code", "commune.name", "department.name as department_name"])
    .where("commune.code", "=", sql<string>`any(${[...codes]}::text[])`)
    .orderBy(sql`platform.fold(commune.name)`)
    .orderBy("commune.code")
    .execute();
}

/** The groupings (EPCI) that have a commune in this region, and those of these SIREN codes wherever they are. */
export async function listEpcis(
  db: Db,
  { regionCode, codes = [] }: { regionCode: string; codes?: readonly string[] },
) {
  return db
    .selectFrom("territory.epcis as epci")
    .select(["epci.code", "epci.name", "epci.kind"])
    .where(
      sql<boolean>`epci.code = any(${[...codes]}::text[]) or exists (
        select from territory.communes commune
        join territory.departments department on department.code = commune.department_code
        where commune.epci_code = epci.code and department.region_code = ${regionCode})`,
    )
    .orderBy(sql`platform.fold(epci.name)`)
    .execute();
}
