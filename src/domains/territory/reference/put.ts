import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** The columns of each table of the reference that a loading writes. */
const columns = {
  regions: "code text, name text",
  departments: "code text, name text, region_code text",
  epcis: "code text, name text, kind text",
  communes: `code text, name text, department_code text, epci_code text, population integer, postal_codes text[],
    siren text, is_current boolean, longitude float, latitude float, coordinates_source text`,
  place_names: "key text, commune_code text, loose text, label text, region_code text, origin text",
  subregions: "code text, name text, continent text",
  countries: "code text, alpha3 text, numeric_code text, name text, keys text[], subregion_code text",
} as const;

type Row = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** Writes rows in one statement; those already there are brought up to date, and left alone when they say the same. */
export async function put(db: Db, table: keyof typeof columns, rows: readonly Row[]): Promise<void> {
  const names = columns[table].split(",").map((column) => column.trim().split(" ")[0] ?? "");
  const list = sql.join(names.map((name) => sql.ref(name)));
  const key = sql.raw(table === "place_names" ? "key, commune_code" : "code");
  const mine = sql.join(names.map((name) => sql.ref(`present.${name}`)));
  const theirs = sql.join(names.map((name) => sql.ref(`excluded.${name}`)));
  await sql`insert into ${sql.table(`territory.${table}`)} as present (${list})
    select ${list} from json_to_recordset(${JSON.stringify(rows)}::json) as given (${sql.raw(columns[table])})
    on conflict (${key}) do update set (${list}) = row(${theirs}) where (${mine}) is distinct from (${theirs})`.execute(
    db,
  );
}

/** Communes that the geography no longer holds stay, for the records that name them, but are not current. */
export async function retireCommunesBut(db: Db, codes: readonly string[]): Promise<void> {
  await sql`update territory.communes commune set is_current = false
    where is_current
      and not exists (select from unnest(${codes}::text[]) known (code) where known.code = commune.code)`.execute(
    db,
  );
}

/** Names that lead nowhere any more are taken away. */
export async function removeNamesBut(db: Db, names: readonly { key: string; commune_code: string }[]) {
  const keys = names.map((name) => name.key);
  const communes = names.map((name) => name.commune_code);
  await sql`delete from territory.place_names name
    where not exists (select from unnest(${keys}::text[], ${communes}::text[]) known (key, commune_code)
      where known.key = name.key and known.commune_code = name.commune_code)`.execute(db);
}
