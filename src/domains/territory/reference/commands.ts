import { sql } from "kysely";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { openMap } from "./coordinates.ts";
import { readCountries } from "./countries.ts";
import { namesOf } from "./names.ts";
import { communeOf, geographyVersion, readGeography } from "./source.ts";

/** To be raised when our own part of the reference (names, coordinates, countries) changes. */
const ours = 1;

/**
 * Loads the geography that is shipped (communes, groupings, départements, regions; Etalab, INSEE). Does nothing when this
 * version is there; a newer one replaces the names and facts, and keeps, as no longer current, the communes that it does
 * not know, because old records name them.
 */
export async function loadReference(db: Db): Promise<void> {
  const version = `${geographyVersion}+${ours}`;
  const isLoaded = async (db: Db) => {
    const source = await db
      .selectFrom("territory.sources")
      .select("version")
      .where("name", "=", "geography")
      .executeTakeFirst();
    return source?.version === version;
  };
  if (await isLoaded(db)) return;
  const { regions, departments, epcis, communes } = await readGeography();
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map((member) => [member.code, epci.code])));
  const current = communes.filter((one) => one.type === "commune-actuelle");
  const pointOf = await openMap(current, epciOf);

  await inTransaction(db, system, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('territory.reference'))`.execute(db);
    if (await isLoaded(db)) return; // another process was first
    const named = (rows: readonly { code: string; nom: string }[]) =>
      rows.map(({ code, nom }) => ({ code, name: nom }));
    await put(db, "regions", "code text, name text", named(regions));
    await put(
      db,
      "departments",
      "code text, name text, region_code text",
      departments.map(({ code, nom, region }) => ({ code, name: nom, region_code: region })),
    );
    await put(
      db,
      "epcis",
      "code text, name text, kind text",
      epcis.map(({ code, nom, type }) => ({ code, name: nom, kind: type })),
    );
    await db.updateTable("territory.communes").set({ is_current: false }).execute();
    await put(
      db,
      "communes",
      "code text, name text, department_code text, epci_code text, population integer, postal_codes text[], siren text, is_current boolean, longitude float, latitude float, coordinates_source text",
      current.map((commune) => ({
        code: communeOf(commune),
        name: commune.nom,
        department_code: commune.departement,
        epci_code: epciOf.get(commune.code),
        population: commune.population,
        postal_codes: commune.codesPostaux ?? [],
        siren: commune.siren,
        is_current: true,
        ...pointOf(commune),
      })),
    );
    await db.deleteFrom("territory.place_names").execute();
    const names = "key text, loose text, label text, commune_code text, region_code text, origin text";
    await put(db, "place_names", names, namesOf(communes), { key: "key, commune_code" });
    const world = readCountries();
    await put(db, "subregions", "code text, name text, continent text", world.subregions);
    await put(
      db,
      "countries",
      "code text, alpha3 text, numeric_code text, name text, keys text[], subregion_code text",
      world.countries,
    );
    const source = {
      name: "geography",
      label: `Découpage administratif ${geographyVersion} (Etalab ; INSEE, DGCL)`,
      version,
    };
    await db
      .insertInto("territory.sources")
      .values(source)
      .onConflict((row) => row.column("name").doUpdateSet({ ...source, loaded_at: sql`now()` }))
      .execute();
  });
}

/** Writes rows in one statement; those already there, by `key`, are brought up to date. */
async function put(db: Db, table: string, columns: string, rows: readonly object[], { key = "code" } = {}) {
  const names = columns.split(", ").map((column) => column.split(" ")[0] ?? "");
  const list = sql.raw(names.join(", "));
  const news = sql.raw(names.map((name) => `${name} = excluded.${name}`).join(", "));
  await sql`insert into ${sql.table(`territory.${table}`)} (${list})
    select ${list} from json_to_recordset(${JSON.stringify(rows)}::json) as row (${sql.raw(columns)})
    on conflict (${sql.raw(key)}) do update set ${news}`.execute(db);
}
