import { sql } from "kysely";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { openMap } from "./coordinates.ts";
import { readCountries } from "./countries.ts";
import { namesOf } from "./names.ts";
import { put, removeNamesBut, retireCommunesBut } from "./put.ts";
import { geographyVersion, readGeography } from "./source.ts";

/** To be raised when our own part of the reference (names, coordinates, countries) changes. */
const ours = 1;
const version = `${geographyVersion}+${ours}`;

/**
 * Loads the geography that is shipped (communes, groupings, départements, regions; Etalab, INSEE), the points of communes
 * and the countries. Does nothing when this version is there; a newer one changes what differs, and keeps, as no longer
 * current, the communes that it does not know, because old records name them.
 */
export async function loadReference(db: Db): Promise<void> {
  if (await isLoaded(db)) return;
  const { regions, departments, epcis, communes } = await readGeography();
  const epciOf = new Map(epcis.flatMap((epci) => epci.membres.map((member) => [member.code, epci.code])));
  const current = communes.filter((one) => one.type === "commune-actuelle");
  const pointOf = await openMap(current, epciOf);
  const names = namesOf(communes);
  const world = readCountries();

  await inTransaction(db, system, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('territory.reference'))`.execute(db);
    if (await isLoaded(db)) return; // another process was first
    await put(
      db,
      "regions",
      regions.map(({ code, nom }) => ({ code, name: nom })),
    );
    await put(
      db,
      "departments",
      departments.map(({ code, nom, region }) => ({ code, name: nom, region_code: region })),
    );
    await put(
      db,
      "epcis",
      epcis.map(({ code, nom, type }) => ({ code, name: nom, kind: type })),
    );
    await put(
      db,
      "communes",
      current.map((commune) => ({
        code: commune.code,
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
    await retireCommunesBut(
      db,
      current.map((commune) => commune.code),
    );
    await removeNamesBut(db, names);
    await put(db, "place_names", names);
    await put(db, "subregions", world.subregions);
    await put(db, "countries", world.countries);
    await keepSource(db);
    // Without its statistics, what is read in the next minutes is planned for empty tables: a hundred times slower.
    await sql`analyze territory.communes, territory.place_names`.execute(db);
  });
}

async function isLoaded(db: Db): Promise<boolean> {
  const sources = db.selectFrom("territory.sources").select("version");
  return (await sources.where("name", "=", "geography").executeTakeFirst())?.version === version;
}

async function keepSource(db: Db) {
  const label = `Découpage administratif ${geographyVersion} (Etalab ; INSEE, DGCL)`;
  await db
    .insertInto("territory.sources")
    .values({ name: "geography", label, version })
    .onConflict((row) => row.column("name").doUpdateSet({ label, version, loaded_at: sql`now()` }))
    .execute();
}
