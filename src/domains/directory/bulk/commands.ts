import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { BulkKind } from "./texts.ts";

/** What is done, with the tag or the list that it needs and what this is called. */
export interface BulkAct {
  kind: BulkKind;
  tagId?: number | undefined;
  segmentId?: number | undefined;
  detail: string;
}

/** What stands in the row before and after: only those that differ are touched. */
const changes = {
  tag: ({ tagId = 0 }: BulkAct) => ({
    set: sql`tag_ids = array(select distinct one from unnest(tag_ids || ${tagId}::bigint) one order by one)`,
    where: sql`not tag_ids @> array[${tagId}::bigint]`,
  }),
  untag: ({ tagId = 0 }: BulkAct) => ({
    set: sql`tag_ids = array_remove(tag_ids, ${tagId}::bigint)`,
    where: sql`tag_ids @> array[${tagId}::bigint]`,
  }),
  list: () => ({ set: sql`visibility = 'listed'`, where: sql`visibility <> 'listed'` }),
  unlist: () => ({ set: sql`visibility = 'internal'`, where: sql`visibility <> 'internal'` }),
  archive: () => ({
    set: sql`archived_from = status, status = 'archived'`,
    where: sql`status <> 'archived'`,
  }),
} as const;

/**
 * Does one thing to all the organisations that `ids` (a select of numbers) finds, in one transaction, and keeps what is
 * needed to take it back as a whole. Those for which nothing changes are not touched nor counted.
 */
export function actOnMany(
  db: Db,
  author: Author,
  ids: RawBuilder<unknown>,
  act: BulkAct,
): Promise<{ id: number; count: number }> {
  const requestId = randomUUID();
  return inTransaction(db, { ...author, requestId }, async (db) => {
    const count = await write(db, ids, act);
    const { id } = await db
      .insertInto("directory.bulk_actions")
      .values({
        kind: act.kind,
        detail: act.detail,
        segment_id: act.segmentId ?? null,
        count,
        request_id: requestId,
        created_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { id, count };
  });
}

async function write(db: Db, ids: RawBuilder<unknown>, act: BulkAct): Promise<number> {
  const { segmentId = 0 } = act;
  if (act.kind === "collect") {
    const done = await sql`insert into directory.segment_organisations (segment_id, organisation_id)
      select ${segmentId}, id from (${ids}) chosen on conflict do nothing`.execute(db);
    return Number(done.numAffectedRows ?? 0n);
  }
  if (act.kind === "discard") {
    const done = await sql`delete from directory.segment_organisations
      where segment_id = ${segmentId} and organisation_id in (${ids})`.execute(db);
    return Number(done.numAffectedRows ?? 0n);
  }
  const { set, where } = changes[act.kind](act);
  const done = await sql`update directory.organisations
    set ${set}, version = version + 1, updated_at = now()
    where id in (${ids}) and ${where}`.execute(db);
  return Number(done.numAffectedRows ?? 0n);
}
