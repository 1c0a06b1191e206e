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
 * For each key the 15 names of the region most like it (trigrams; all are compared, so that no second is missed), those it
 * begins, and the 5 most like it from anywhere. One statement for all keys, about 10 ms for each.
 */
export async function listNamesNear(
  db: Db,
  keys: readonly string[],
  regionCode: string | null,
): Promise<Map<string, KnownName[]>> {
  if (keys.length === 0) return new Map();
  const within = sql`(${regionCode}::text is null or region_code = ${regionCode})`;
  const inRegion = sql`
      (select key, origin, commune_code from territory.place_names
       where region_code = ${regionCode} order by key <-> asked.key limit 15)
      union all`;
  const { rows } = await sql<KnownName & { asked: string }>`
    select distinct asked.key as asked, name.key, name.origin, ${facts}
    from unnest(${[...keys]}::text[]) asked (key)
    cross join lateral (
      ${regionCode === null ? sql`` : inRegion}
      (select key, origin, commune_code from territory.place_names
       where ${within} and key like asked.key || ' %' limit 15)
      union all
      (select key, origin, commune_code from territory.place_names where key % asked.key
       order by key <-> asked.key limit ${regionCode === null ? 15 : 5})
    ) name ${placed}`.execute(db);
  return Map.groupBy(rows, (row) => row.asked);
}
