import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

export interface OrganisationName {
  id: number;
  name: string;
}

/** An organisation that may be the one meant; `score` goes from 0 to 1. */
export interface Candidate extends OrganisationName {
  score: number;
}

/** `sure`: the only one of that name. Else the best three to propose; none when the name is unknown. */
export type OrganisationMatch = { sure: OrganisationName } | { candidates: readonly Candidate[] };

/** The least likeness of trigrams that is worth proposing, and what equal loose keys weigh. */
const threshold = 0.4;
const looseScore = 0.95;

/**
 * Finds the organisations that these names mean, all in one statement; every name given has its answer in the map.
 * Sure: the name, a known other spelling or the acronym is equal but for accents, case and punctuation, and only one
 * organisation that is not archived has it. `Avec et pour le Mali` for `Association "Avec et pour le Mali"`, `CDSI` for
 * `C.D.S.I`, or names that look alike, are proposed and never taken silently. Call it by some hundred names at a time.
 */
export async function matchOrganisations(
  db: Db,
  names: readonly string[],
): Promise<Map<string, OrganisationMatch>> {
  const matches = new Map<string, OrganisationMatch>(names.map((name) => [name, { candidates: [] }]));
  if (matches.size === 0) return matches;
  const { rows } = await sql<{ typed: string; sure: boolean; candidates: Candidate[] }>`
    with typed as materialized (
      select name, platform.fold(name) as key, directory.loose_key(name) as loose_key
      from unnest(${[...matches.keys()]}::text[]) as name
    ), equal as materialized (
      select typed.name, organisation.id from typed
      join directory.organisations organisation on organisation.key = typed.key
      where typed.key <> '' and organisation.status <> 'archived'
      union
      select typed.name, organisation.id from typed
      join directory.organisations organisation on organisation.acronym_key = typed.key
      where organisation.status <> 'archived'
      union
      select typed.name, organisation.id from typed
      join directory.names spelling on spelling.key = typed.key and typed.key <> ''
      join directory.organisations organisation on organisation.id = spelling.organisation_id
      where organisation.status <> 'archived'
    ), likely as (
      select name, id, 1::real as score from equal
      union all
      select typed.name, near.id, near.score from typed
      cross join lateral (
        select organisation.id, ${looseScore}::real as score from directory.organisations organisation
        where organisation.loose_key = typed.loose_key and organisation.status <> 'archived'
        union all
        (select organisation.id, similarity(organisation.key, typed.key) as score
         from directory.organisations organisation
         where organisation.key % typed.key and organisation.status <> 'archived'
         order by score desc limit 3)
        union all
        (select organisation.id, similarity(spelling.key, typed.key) as score
         from directory.names spelling
         join directory.organisations organisation on organisation.id = spelling.organisation_id
         where spelling.key % typed.key and organisation.status <> 'archived'
         order by score desc limit 3)
      ) near
      where typed.key <> '' and near.score >= ${threshold}
        and not exists (select from equal where equal.name = typed.name)
    ), ranked as (
      select name, id, max(score) as score, row_number() over (partition by name order by max(score) desc, id) as rank
      from likely group by name, id
    )
    select ranked.name as typed, bool_and(ranked.score = 1 and exists (
             select from equal where equal.name = ranked.name having count(*) = 1)) as sure,
           jsonb_agg(jsonb_build_object('id', organisation.id, 'name', organisation.name,
             'score', round(ranked.score::numeric, 2)) order by ranked.rank) as candidates
    from ranked join directory.organisations organisation on organisation.id = ranked.id
    where ranked.rank <= 3
    group by ranked.name`.execute(db);
  for (const { typed, sure, candidates } of rows) {
    const [first] = candidates;
    matches.set(typed, sure && first ? { sure: { id: first.id, name: first.name } } : { candidates });
  }
  return matches;
}

/**
 * At most `limit` organisations whose acronym is what was typed, whose name or another spelling holds it, or else whose
 * name resembles it; those that begin with it first, the shortest first.
 */
export async function suggestOrganisations(db: Db, typed: string, limit = 8): Promise<OrganisationName[]> {
  const holding = await suggest(
    db,
    typed,
    limit,
    sql`
    select organisation.id, 0 as rank from directory.organisations organisation, typed
    where organisation.acronym_key = typed.key
    union all
    (select organisation.id, case when organisation.key like typed.key || '%' then 1 else 2 end
     from directory.organisations organisation, typed
     where organisation.key like '%' || typed.loose_key || '%' and organisation.status <> 'archived' limit 200)
    union all
    (select spelling.organisation_id, 3 from directory.names spelling, typed
     where spelling.key like '%' || typed.key || '%' limit 200)`,
  );
  if (holding.length > 0) return holding;
  return suggest(
    db,
    typed,
    limit,
    sql`
    select organisation.id, organisation.key <-> typed.key as rank from directory.organisations organisation, typed
    where organisation.key % typed.key and organisation.status <> 'archived' order by rank limit 20`,
  );
}

async function suggest(db: Db, typed: string, limit: number, ways: RawBuilder<unknown>) {
  const { rows } = await sql<OrganisationName>`
    with typed as materialized (select platform.fold(${typed}) as key, directory.loose_key(${typed}) as loose_key),
    found as (${ways})
    select organisation.id, organisation.name
    from (select id, min(rank) as rank from found group by id) best
    join directory.organisations organisation on organisation.id = best.id and organisation.status <> 'archived'
    where (select key from typed) <> ''
    order by best.rank, length(organisation.name), organisation.key, organisation.id
    limit ${limit}`.execute(db);
  return rows;
}
