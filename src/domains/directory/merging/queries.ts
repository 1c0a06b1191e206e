import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Made, MovedRows } from "./commands.move.ts";

/** The organisation into which this one was merged, whatever the number of merges; undefined when it was not. */
export async function findSurvivor(
  db: Db,
  id: number,
): Promise<{ id: number; name: string; status: string; visibility: string } | undefined> {
  const { rows } = await sql<{ id: number; name: string; status: string; visibility: string }>`
    with recursive chain as (
      select id, merged_into_id from directory.organisations where id = ${id}
      union
      select next.id, next.merged_into_id from chain join directory.organisations next on next.id = chain.merged_into_id
    )
    select organisation.id, organisation.name, organisation.status, organisation.visibility
    from chain join directory.organisations organisation on organisation.id = chain.id
    where chain.merged_into_id is null and chain.id <> ${id}`.execute(db);
  return rows[0];
}

type Row = Record<string, unknown>;

export interface Merge {
  id: number;
  winner_id: number;
  loser_id: number;
  winner: string;
  loser: string;
  /** The name of who did it. */
  merged_by: string | null;
  merged_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
  winner_before: Row;
  winner_after: Row;
  loser_before: Row;
  moved: MovedRows[];
  kept: MovedRows[];
  made: Made;
}

const merges = sql`
  select merge.id, merge.winner_id, merge.loser_id, winner.name as winner, merge.loser_before ->> 'name' as loser,
         author.name as merged_by, merge.merged_at, undoer.name as undone_by, merge.undone_at,
         merge.winner_before, merge.winner_after, merge.loser_before, merge.moved, merge.kept, merge.made
  from directory.merges merge
  join directory.organisations winner on winner.id = merge.winner_id
  left join accounts.shared_names author on author.id = merge.merged_by
  left join accounts.shared_names undoer on undoer.id = merge.undone_by`;

export async function findMerge(db: Db, id: number): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`${merges} where merge.id = ${id}`.execute(db);
  return rows[0];
}

/** The merges of an organisation that were not undone, latest first. */
export async function listMergesOf(db: Db, winnerId: number): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    ${merges} where merge.winner_id = ${winnerId} and merge.undone_at is null
    order by merge.merged_at desc, merge.id desc limit 20`.execute(db);
  return rows;
}
