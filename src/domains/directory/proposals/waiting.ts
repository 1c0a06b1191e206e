import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { FactSource } from "../fields/queries.ts";

/** Where changes come from: a campaign of the census, by its number. */
type From = Required<Pick<FactSource, "source" | "ref">>;

const waiting = ({ source, ref }: From) => sql`
  directory.proposed_changes change
  join directory.proposals proposal on proposal.id = change.proposal_id
    and proposal.source ->> 'source' = ${source} and proposal.source ->> 'ref' = ${ref}
  where change.state = 'waiting'`;

/** How many changes of one origin wait for the team, field by field, the most first. */
export async function countWaiting(db: Db, from: From): Promise<{ field: string; count: number }[]> {
  const { rows } = await sql<{ field: string; count: number }>`
    select change.field, count(*) as count from ${waiting(from)}
    group by change.field order by count desc, change.field`.execute(db);
  return rows;
}

/** The waiting changes of one origin and one field, the oldest first, for `decideChanges`. */
export async function listWaitingIds(db: Db, from: From, field: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select change.id from ${waiting(from)} and change.field = ${field}
    order by change.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
