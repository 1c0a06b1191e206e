import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { sql } from "kysely";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { placeKey } from "./rules.ts";

interface Commune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  siren?: string;
  codesPostaux?: string[];
  population?: number;
  chefLieu?: string;
}
interface Epci {
  code: string;
  nom: string;
  type: string;
  membres: { code: string }[];
}

const resolvePackage = createRequire(import.meta.url).resolve;

async function read<Row>(name: string): Promise<Row[]> {
  const file = resolvePackage(`@etalab/decoupage-administratif/data/${name}.json`);
  return JSON.parse(await readFile(file, "utf8")) as Row[];
}

/** Loads the geography (INSEE, COG of the package's year) into an empty territory; leaves a loaded one alone. */
export async function loadReference(db: Db): Promise<void> {
  const loaded = await db.selectFrom("territory.communes").select("code").limit(1).executeTakeFirst();
  if (loaded) return;
  const [regions, departments, epcis, communes] = await Promise.all([
    read<{ code: string; nom: string }>("regions"),
    read<{ code: string; nom: string; region: string }>("departements"),
    read<Epci>("epci"),
    read<Commune>("communes"),
  ]);
  const epciOf = new Map(
    epcis.flatMap((epci) => epci.membres.map((member) => [member.code, epci.code] as const)),
  );
  const inDepartment = new Set(departments.map((department) => department.code));
  const current = communes.filter(
    (one) => one.type === "commune-actuelle" && inDepartment.has(one.departement),
  );
  const known = new Set(current.map((commune) => commune.code));
  await inTransaction(db, system, async (db) => {
    await insert(
      db,
      "regions",
      "code text, name text",
      regions.map(({ code, nom }) => ({ code, name: nom })),
    );
    await insert(
      db,
      "departments",
      "code text, name text, region_code text",
      departments.map(({ code, nom, region }) => ({ code, name: nom, region_code: region })),
    );
    await insert(
      db,
      "epcis",
      "code text, name text, kind text",
      epcis.map(({ code, nom, type }) => ({ code, name: nom, kind: type })),
    );
    await insert(
      db,
      "communes",
      "code text, name text, department_code text, epci_code text, population integer, postal_codes text[], siren text",
      current.map((commune) => ({
        code: commune.code,
        name: commune.nom,
        department_code: commune.departement,
        epci_code: epciOf.get(commune.code),
        population: commune.population,
        postal_codes: commune.codesPostaux ?? [],
        siren: commune.siren,
      })),
    );
    await insert(
      db,
      "place_names",
      "key text, label text, commune_code text, origin text",
      names(communes, known),
    );
  });
}

function names(communes: readonly Commune[], known: ReadonlySet<string>) {
  const seen = new Set<string>();
  return communes.flatMap((commune) => {
    const code = commune.type === "commune-actuelle" ? commune.code : (commune.chefLieu ?? "");
    const key = placeKey(commune.nom);
    if (!known.has(code) || seen.has(`${key} ${code}`)) return [];
    seen.add(`${key} ${code}`);
    return [
      {
        key,
        label: commune.nom,
        commune_code: code,
        origin: commune.type === "commune-actuelle" ? "commune" : "former",
      },
    ];
  });
}

async function insert(db: Db, table: string, columns: string, rows: readonly object[]) {
  const names = sql.raw(columns.replace(/ [a-z[\]]+(,|$)/g, "$1"));
  await sql`insert into ${sql.table(`territory.${table}`)} (${names})
    select ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (${sql.raw(columns)})`.execute(
    db,
  );
}
