import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Question } from "./input.ts";

/** How close the map is: each level gathers the actors by one dimension, and going closer chooses a value of it. */
export const levels = ["departement", "epci", "commune"] as const;
export type Level = (typeof levels)[number];

/** The level that a question is seen at: the closest place that it chooses opens the next one. */
export function levelOf(asked: Question): Level {
  if (asked.epci || asked.commune) return "commune";
  return asked.departement ? "epci" : "departement";
}

export interface Centre {
  code: string;
  longitude: number;
  latitude: number;
}

const columns = { departement: "department_code", epci: "epci_code", commune: "code" } as const;

/** Where these places are: the middle of their inhabitants. Those whose communes have no known position are left out. */
export async function listCentres(db: Db, level: Level, codes: readonly string[]): Promise<Centre[]> {
  const { rows } = await sql<Centre>`
    select ${sql.ref(columns[level])} as code,
           sum(longitude * greatest(population, 1)) / sum(greatest(population, 1)) as longitude,
           sum(latitude * greatest(population, 1)) / sum(greatest(population, 1)) as latitude
    from territory.shared_communes
    where ${sql.ref(columns[level])} = any(${[...codes]}::text[]) and longitude is not null
    group by 1`.execute(db);
  return rows;
}
