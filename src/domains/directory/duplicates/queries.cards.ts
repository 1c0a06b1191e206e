import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Described } from "./rules.ts";

/** A card as the comparison reads it. */
export interface TwinCard extends Described {
  id: number;
  status: string;
}

/** The cards of these numbers, in one statement. */
export async function listTwinCards(db: Db, ids: readonly number[]): Promise<Map<number, TwinCard>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<TwinCard>`
    select organisation.id, organisation.status, organisation.name, organisation.acronym, organisation.rna,
           organisation.siren, organisation.siret, organisation.uai, organisation.website,
           organisation.commune_code as "communeCode", organisation.counted_family_id as "familyId",
           coalesce(spelling.labels, '{}') as names, coalesce(point.emails, '{}') as emails
    from directory.organisations organisation
    left join lateral (select array_agg(label order by id) as labels from directory.names
      where organisation_id = organisation.id) spelling on true
    left join lateral (select array_agg(distinct lower(value)) as emails from directory.contact_points
      where organisation_id = organisation.id and kind = 'email') point on true
    where organisation.id = any(${[...ids]}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Blocks of more cards than this say nothing: the words *hauts* and *france* are those of hundreds. */
const largestBlock = 20;

/**
 * The pairs of cards that share a key with one of `ids`; `forward` gives each pair once when every card has its turn.
 * A key that many cards have makes no pair.
 */
export async function listMeetings(db: Db, ids: readonly number[], forward: boolean) {
  const { rows } = await sql<{ a: number; b: number }>`
    with mine as materialized (
      select organisation_id, key from directory.duplicate_keys where organisation_id = any(${[...ids]}::bigint[])
    ), block as materialized (
      select key from directory.duplicate_keys where key in (select key from mine)
      group by key having count(*) between 2 and ${largestBlock}
    )
    select distinct least(mine.organisation_id, other.organisation_id) as a,
           greatest(mine.organisation_id, other.organisation_id) as b
    from mine join block using (key) join directory.duplicate_keys other using (key)
    where other.organisation_id <> mine.organisation_id
      and (not ${forward} or other.organisation_id > mine.organisation_id)`.execute(db);
  return rows;
}

/** The numbers of the cards that share one of these keys with a card being described, or whose name resembles its own. */
export async function listLookalikes(db: Db, told: Described, keys: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with block as materialized (
      select key from directory.duplicate_keys
      where key in (select hashtextextended(key, 0) from unnest(${[...keys]}::text[]) as key)
      group by key having count(*) <= ${largestBlock}
    ), typed as materialized (select platform.fold(${told.name}) as key, directory.loose_key(${told.name}) as loose_key)
    select organisation_id as id from directory.duplicate_keys join block using (key)
    union
    select id from directory.organisations where rna = ${told.rna} or siret = ${told.siret} or uai = ${told.uai}
      or siren = ${told.siren}
    union
    select id from directory.organisations, typed where organisations.loose_key = nullif(typed.loose_key, '')
    union
    select organisation_id from directory.names, typed where names.key = typed.key
    union
    (select id from directory.organisations, typed where organisations.key % typed.key
     order by similarity(organisations.key, typed.key) desc limit 20)
    limit 300`.execute(db);
  return rows.map(({ id }) => id);
}
