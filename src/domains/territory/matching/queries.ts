import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { fold, looseKey, tightKey } from "../rules.ts";
import type { KnownName } from "./rules.ts";

/** Codes of the départements by their folded names. */
export async function listDepartmentNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom("territory.departments").select(["code", "name"]).execute();
  return new Map(rows.map((row) => [fold(row.name), row.code]));
}

const facts = sql`commune.code, commune.name, coalesce(commune.population, 0) as population,
  commune.postal_codes as "postalCodes", department.code as "departmentCode", department.name as department,
  department.region_code as "regionCode"`;

const placed = sql`join territory.communes commune on commune.code = name.commune_code and commune.is_current
  join territory.departments department on department.code = commune.department_code`;

/** Every name equal to one of these keys, in any of the three ways, in one statement. */
export async function listNamesEqualTo(db: Db, keys: readonly string[]): Promise<KnownName[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<KnownName>`
    select name.key, name.origin, ${facts} from (
      select key, origin, commune_code from territory.place_names
      where key = any(${keys}) or tight = any(${keys.map(tightKey)}) or loose = any(${keys.map(looseKey)})
      union all
      select key, 'staff', commune_code from territory.spellings
      where key = any(${keys}) and removed_at is null
    ) name ${placed}`.execute(db);
  return rows;
}

/** The countries written as one of these keys, by key. */
export async function listCountriesNamed(db: Db, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, { code: string; name: string }>();
  const rows = await db
    .selectFrom("territory.countries")
    .select(["code", "name", "keys"])
    .where("keys", "&&", sql<string[]>`${keys}::text[]`)
    .execute();
  return new Map(rows.flatMap(({ code, name, keys }) => keys.map((key) => [key, { code, name }] as const)));
}

/**
 * For each key the names most like it (by trigrams, above the usual threshold): 10 of the region, 5 of elsewhere; and those
 * of the region that it begins. One statement for all keys, about 4 ms for each.
 */
export async function listNamesNear(
  db: Db,
  keys: readonly string[],
  regionCode: string | null,
): Promise<Map<string, KnownName[]>> {
  if (keys.length === 0) return new Map();
  const inRegion = sql`(${regionCode}::text is null or region_code = ${regionCode})`;
  const { rows } = await sql<KnownName & { asked: string }>`
    select distinct asked.key as asked, name.key, name.origin, ${facts}
    from unnest(${[...keys]}::text[]) asked (key)
    cross join lateral (
      select key, origin, commune_code from (
        select key, origin, commune_code, ${inRegion} as here,
               row_number() over (partition by ${inRegion} order by key <-> asked.key) as rank
        from territory.place_names where key % asked.key) ranked
      where rank <= case when here then 10 else 5 end
      union all
      (select key, origin, commune_code from territory.place_names
       where ${inRegion} and key like asked.key || ' %' limit 15)
    ) name ${placed}`.execute(db);
  return Map.groupBy(rows, (row) => row.asked);
}

/** Every name of the region (of France when none is given), to be sure that a near name is the only one. */
export async function listRegionKeys(db: Db, regionCode?: string) {
  return db
    .selectFrom("territory.place_names")
    .select(["key", "commune_code as code"])
    .$if(regionCode !== undefined, (query) => query.where("region_code", "=", regionCode ?? ""))
    .execute();
}
