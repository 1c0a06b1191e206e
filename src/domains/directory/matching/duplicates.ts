import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** An organisation that may be the same as the one typed, and why it is thought so. */
export interface Duplicate {
  id: number;
  name: string;
  commune: string | null;
  status: string;
  reason: "rna" | "siret" | "siren" | "uai" | "name" | "likeness";
}

/** The likeness of names (trigrams, 0 to 1) from which two organisations may be one. */
const alike = 0.6;

/**
 * The organisations, archived ones included, that may be the one described: same identifier, same name but for accents,
 * case and the words in front, or a likeness of 0.6. At most five, the surest first.
 */
export async function findDuplicates(
  db: Db,
  told: { name: string; rna: string | null; siret: string | null; siren: string | null; uai: string | null },
): Promise<Duplicate[]> {
  const { rows } = await sql<Duplicate>`
    with found as (
      select id, 'rna' as reason, 5 as weight from directory.organisations where rna = ${told.rna}
      union all
      select id, 'siret', 5 from directory.organisations where siret = ${told.siret}
      union all
      select id, 'uai', 4 from directory.organisations where uai = ${told.uai}
      union all
      select id, 'siren', 3 from directory.organisations where siren = ${told.siren ?? told.siret?.slice(0, 9) ?? null}
      union all
      select id, 'name', 2 from directory.organisations where loose_key = nullif(directory.loose_key(${told.name}), '')
      union all
      select organisation_id, 'name', 2 from directory.names where key = platform.fold(${told.name})
      union all
      select id, 'likeness', similarity(key, platform.fold(${told.name})) from directory.organisations
      where key % platform.fold(${told.name}) and similarity(key, platform.fold(${told.name})) >= ${alike}
    ), best as (
      select distinct on (id) id, reason, weight from found order by id, weight desc
    )
    select organisation.id, organisation.name, organisation.commune, organisation.status, best.reason
    from best join directory.shared_organisations organisation on organisation.id = best.id
    order by best.weight desc, organisation.id limit 5`.execute(db);
  return rows;
}
