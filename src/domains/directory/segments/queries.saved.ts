import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { conditionOf } from "./condition.ts";
import { type Definition, readDefinition } from "./definition.ts";
import { pageSize } from "./input.ts";
import { membersOf, type SegmentMember } from "./queries.ts";
import type { Criteria } from "./rules.ts";

/** A segment as it is kept. */
export interface Segment {
  id: number;
  name: string;
  definition: Definition;
  sentence: string;
  shared: boolean;
  by_hand: boolean;
  created_by: string | null;
  used_on: string | null;
  removed_at: Date | null;
  version: number;
  updated_at: Date;
}

const columns = [
  "id",
  "name",
  "criteria",
  "sentence",
  "shared",
  "by_hand",
  "created_by",
  "used_on",
  "removed_at",
  "version",
  "updated_at",
] as const;

const defined = <Row extends { criteria: unknown }>({ criteria, ...row }: Row) => ({
  ...row,
  definition: readDefinition(criteria) ?? [[{ criterion: "", asked: {} }]],
});

/** Shared, or one's own; `null` is a job of the network, which sees all. */
const within = (accountId: string | null) =>
  accountId === null ? sql<SqlBool>`true` : sql<SqlBool>`(shared or created_by = ${accountId})`;

/** One segment that this account may see, deleted or not. */
export async function findSegment(
  db: Db,
  id: number,
  accountId: string | null,
): Promise<Segment | undefined> {
  const row = await db
    .selectFrom("directory.segments")
    .select(columns)
    .where("id", "=", id)
    .where(within(accountId))
    .executeTakeFirst();
  return row && defined(row);
}

/** A page of the segments that this account may see, by name, and how many there are. */
export async function listSegments(db: Db, accountId: string | null, page = 1) {
  const rows = await db
    .selectFrom("directory.segments")
    .select(columns)
    .select(sql<number>`count(*) over ()`.as("total"))
    .where("removed_at", "is", null)
    .where(within(accountId))
    .orderBy(sql`platform.fold(name)`)
    .orderBy("id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows: rows.map(defined), total: rows[0]?.total ?? 0 };
}

/** The segments that this account may see, for a `SelectField`: the value is the segment's number. */
export async function segmentOptions(
  db: Db,
  accountId: string | null,
  { byHand = false }: { byHand?: boolean } = {},
) {
  const rows = await db
    .selectFrom("directory.segments")
    .select(["id", "name"])
    .where("removed_at", "is", null)
    .where(within(accountId))
    .$if(byHand, (query) => query.where("by_hand", "=", true))
    .orderBy(sql`platform.fold(name)`)
    .orderBy("id")
    .execute();
  return rows.map(({ id, name }) => ({ value: String(id), label: name }));
}

/** How many organisations each of these segments holds, in one statement. */
export async function countSegments(db: Db, criteria: Criteria, segments: readonly Segment[]) {
  if (segments.length === 0) return new Map<number, number>();
  const counts = segments.map(
    ({ id, definition }) => sql`(${id}::bigint, (select count(*) from directory.organisations as organisation
      where ${conditionOf(criteria, definition)}))`,
  );
  const { rows } = await sql<{ id: number; count: number }>`
    select * from (values ${sql.join(counts)}) counted (id, count)`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** How many answer, and the first of them by name: one pass over the organisations, in one statement. */
export async function previewSegment(db: Db, inside: RawBuilder<SqlBool>, limit = 20) {
  const { rows } = await sql<{ count: number; members: SegmentMember[] }>`
    with answering as materialized (
      select organisation.id, organisation.key from directory.organisations as organisation where ${inside}
    ), first as (select id from answering order by key, id limit ${limit})
    select (select count(*) from answering) as count,
           (select coalesce(json_agg(page.* order by page.key, page.id), '[]')
            from (${membersOf(sql`organisation.id = any(array(select id from first))`, { limit })}) page) as members`.execute(
    db,
  );
  return rows[0] ?? { count: 0, members: [] };
}

/** What a segment was before, the latest first: each time its name, criteria or audience changed. */
export async function listVersions(db: Db, id: number) {
  const { rows } = await sql<{
    id: number;
    at: Date;
    account_id: string | null;
    name: string;
    sentence: string;
    criteria: unknown;
  }>`
    select id, at, account_id, after ->> 'name' as name, after ->> 'sentence' as sentence, after -> 'criteria' as criteria
    from platform.changes
    where table_name = 'directory.segments' and row_key = ${String(id)}::text
      and (action = 'insert' or before -> 'criteria' is distinct from after -> 'criteria'
           or before -> 'name' is distinct from after -> 'name')
    order by id desc limit 20`.execute(db);
  return rows.map(defined);
}
