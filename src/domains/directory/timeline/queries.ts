import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { TimelineLine, TimelinePart } from "#platform/timeline.ts";
import type { Place } from "./input.ts";

export interface DatedLine extends TimelineLine {
  /** The part that knows it. */
  room: string;
}

export interface Timeline {
  lines: DatedLine[];
  /** Where the next page starts; undefined at the beginning of time. */
  next: Place | undefined;
  /** How many lines each part has, all pages together. */
  counts: Readonly<Record<string, number>>;
}

/**
 * A page of all that the parts know of an organisation, the latest day first, in one statement; two lines of one day keep
 * their order from one page to the next.
 */
export async function readTimeline(
  db: Db,
  parts: readonly TimelinePart[],
  organisationId: number,
  { room, after, size }: { room?: string | undefined; after?: Place | undefined; size: number },
): Promise<Timeline> {
  if (parts.length === 0) return { lines: [], next: undefined, counts: {} };
  const branches = parts.map(
    ({ id, lines }) => sql`select ${id}::text as room, part.day, part.key, part.title, part.detail
      from (${lines(sql<number>`${organisationId}::bigint`)}) part`,
  );
  const inRoom = room ? sql`room = ${room}` : sql`true`;
  const below = after
    ? sql`(day, room, key) < (${after.day}::date, ${after.room}::text, ${after.key}::bigint)`
    : sql`true`;
  const { rows } = await sql<{ lines: DatedLine[]; counts: Timeline["counts"] }>`
    with line as materialized (${sql.join(branches, sql` union all `)})
    select (select coalesce(jsonb_agg(page), '[]') from (
        select room, day, key, title, detail from line where ${inRoom} and ${below}
        order by day desc, room desc, key desc limit ${size + 1}) page) as lines,
      (select coalesce(jsonb_object_agg(room, count), '{}') from (
        select room, count(*)::int as count from line group by room) counted) as counts`.execute(db);
  const { lines = [], counts = {} } = rows[0] ?? {};
  const shown = lines.slice(0, size);
  return { lines: shown, next: lines.length > size ? shown.at(-1) : undefined, counts };
}
