import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The French administrative geography as published by Etalab (npm `@etalab/decoupage-administratif`, Licence Ouverte). */
export interface Commune {
  code: string;
  nom: string;
  type: "commune-actuelle" | "commune-deleguee" | "commune-associee" | "arrondissement-municipal";
  departement: string;
  region: string;
  siren?: string;
  codesPostaux?: string[];
  population?: number;
  /** Of a former commune: the one that it is now part of. */
  chefLieu?: string;
  /** Of an arrondissement of Paris, Lyon or Marseille: its commune. */
  commune?: string;
}

export interface Epci {
  code: string;
  nom: string;
  type: string;
  membres: { code: string }[];
}

const require = createRequire(import.meta.url);
const etalab = "@etalab/decoupage-administratif";

/** The package's version: its major number names the year of the official geographic code (6 is 2026). */
export const geographyVersion = (require(`${etalab}/package.json`) as { version: string }).version;

export async function readGeography() {
  const read = async <Row>(name: string) =>
    JSON.parse(await readFile(require.resolve(`${etalab}/data/${name}.json`), "utf8")) as Row[];
  const [regions, departments, epcis, communes] = await Promise.all([
    read<{ code: string; nom: string }>("regions"),
    read<{ code: string; nom: string; region: string }>("departements"),
    read<Epci>("epci"),
    read<Commune>("communes"),
  ]);
  return { regions, departments, epcis, communes };
}

/** The commune that a row stands for or belongs to today. */
export const communeOf = (row: Commune) =>
  row.type === "commune-actuelle" ? row.code : (row.chefLieu ?? row.commune ?? "");
