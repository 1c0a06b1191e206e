import { type RawBuilder, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { listTwinCards, type TwinCard } from "./queries.cards.ts";
import type { Reason } from "./rules.ts";

/** One side of a pair, as a person recognises it. */
export interface Side {
  id: number;
  name: string;
  acronym: string;
  actor_type: string | null;
  commune: string | null;
  department: string | null;
  rna: string | null;
  siret: string | null;
  website: string;
  status: string;
  visibility: string;
  tags: string[];
}

export interface Pair {
  a: Side;
  b: Side;
  score: number;
  reasons: Reason[];
  /** Said to be of two organisations, and when. */
  apart_at: Date | null;
}

const side = (id: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('id', one.id, 'name', one.name, 'acronym', one.acronym, 'actor_type', one.actor_type,
    'commune', one.commune, 'department', one.department, 'rna', one.rna, 'siret', one.siret, 'website', one.website,
    'status', one.status, 'visibility', one.visibility,
    'tags', coalesce((select jsonb_agg(term.label order by term.position, term.id) from vocabularies.shared_terms term
                      where term.id = any(one.tag_ids)), '[]'))
  from directory.shared_organisations one where one.id = ${id})`;

/**
 * The pairs that may be one, surest first, a page at a time with their number; `apart`: those that people told apart.
 * `q`: words that stand in the name of one of the two.
 */
export async function listPairs(
  db: Db,
  asked: { q: string; apart: boolean },
  page: { limit: number; offset: number },
): Promise<{ pairs: Pair[]; total: number; waiting: number }> {
  const named = sql`exists (select from directory.organisations named where named.id in (pair.a_id, pair.b_id)
    and named.key like '%' || platform.fold(${asked.q}) || '%')`;
  const { rows } = await sql<Pair & { total: number }>`
    with pair as materialized (
      select pair.a_id, pair.b_id, pair.score, pair.reasons, told.told_at as apart_at, count(*) over () as total
      from directory.duplicate_pairs pair
      left join directory.told_apart told on told.a_id = pair.a_id and told.b_id = pair.b_id
      where (told.id is not null) = ${asked.apart} ${asked.q ? sql`and ${named}` : sql``}
      order by pair.score desc, pair.a_id, pair.b_id
      limit ${page.limit} offset ${page.offset}
    )
    select ${side(sql`pair.a_id`)} as a, ${side(sql`pair.b_id`)} as b, score, reasons, apart_at, total
    from pair order by score desc, a_id, b_id`.execute(db);
  const waiting = await sql<{ count: number }>`
    select count(distinct organisation_id) as count from directory.duplicate_work`.execute(db);
  return {
    pairs: rows,
    total: rows[0]?.total ?? 0,
    waiting: waiting.rows[0]?.count ?? 0,
  };
}

/** The pairs in which an organisation stands and that wait for someone to look. */
export async function listPairsOf(db: Db, organisationId: number): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    select ${side(sql`pair.a_id`)} as a, ${side(sql`pair.b_id`)} as b, pair.score, pair.reasons, null as apart_at
    from directory.duplicate_pairs pair
    where ${organisationId} in (pair.a_id, pair.b_id)
      and not exists (select from directory.told_apart told where told.a_id = pair.a_id and told.b_id = pair.b_id)
    order by pair.score desc, pair.a_id, pair.b_id limit 20`.execute(db);
  return rows;
}

/** The cards of these numbers that are not merged into another, with what is shown of them. */
export async function listTwins(db: Db, ids: readonly number[]) {
  const cards = await listTwinCards(db, ids);
  const { rows } = await sql<{
    id: number;
    name: string;
    actor_type: string | null;
    commune: string | null;
    status: string;
  }>`
    select id, name, actor_type, commune, status from directory.shared_organisations
    where id = any(${[...ids]}::bigint[]) and merged_into_id is null`.execute(db);
  return rows.flatMap((row) => {
    const card: TwinCard | undefined = cards.get(row.id);
    return card ? [{ ...row, card }] : [];
  });
}
