import { sql } from "kysely";
import { termsTable } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";

/** The changes read one by one; beyond, everything is read again. */
const mostChanges = 2000;

/** What the lists say is in these tables, and in reference tables that only an installation changes. */
export const tables: readonly string[] = ["directory.organisations", "directory.custom_fields", termsTable];

/** Where a reader of the change log is: numbers are given before commits, so a low one may appear after a higher one. */
export interface Place {
  /** Every change up to this one was seen. */
  before: number;
  /** Beyond it, those already seen. */
  seen: ReadonlySet<number>;
  /** Once every transaction below `horizon` is over, all up to `upTo` was seen. */
  horizon: number;
  upTo: number;
}

/** What changed since a place: organisations, the words of the lists, or so much that all is to be read again. */
export interface Changes {
  place: Place;
  organisationIds: number[];
  labels: boolean;
  everything: boolean;
}

interface Row {
  oldest: number;
  next: number;
  last: number;
  changes: { id: number; table_name: string; row_key: string }[];
}

async function look(db: Db, before: number, seen: ReadonlySet<number>): Promise<Row> {
  const { rows } = await sql<Row>`
    select pg_snapshot_xmin(now)::text::bigint as oldest, pg_snapshot_xmax(now)::text::bigint as next,
           (select coalesce(max(id), 0) from platform.changes) as last,
           (select coalesce(json_agg(change), '[]') from (
              select id, table_name, row_key from platform.changes
              where id > ${before} and id <> all(${[...seen]}::bigint[])
                and table_name = any(${tables}::text[])
              order by id limit ${mostChanges + 1}) change) as changes
    from pg_current_snapshot() now`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("A statement without a line.");
  return row;
}

/**
 * A place from which nothing is missed: all that began before is over, and a snapshot taken from now on holds it. Waits for
 * the transactions under way.
 */
export async function findPlace(db: Db, stopped: () => boolean): Promise<Place> {
  const { next, last } = await look(db, Number.MAX_SAFE_INTEGER, new Set());
  for (;;) {
    const now = await look(db, Number.MAX_SAFE_INTEGER, new Set());
    if (now.oldest >= next || stopped())
      return { before: last, seen: new Set(), horizon: now.next, upTo: now.last };
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** What was committed since this place, and the place after it. */
export async function readChanges(db: Db, place: Place): Promise<Changes> {
  const { oldest, next, last, changes } = await look(db, place.before, place.seen);
  const over = oldest >= place.horizon;
  const before = over ? place.upTo : place.before;
  const seen = [...place.seen, ...changes.map(({ id }) => id)].filter((id) => id > before);
  const of = (table: string) => changes.filter(({ table_name }) => table_name === table);
  return {
    place: {
      before,
      seen: new Set(seen),
      ...(over ? { horizon: next, upTo: last } : { horizon: place.horizon, upTo: place.upTo }),
    },
    organisationIds: [...new Set(of("directory.organisations").map(({ row_key }) => Number(row_key)))],
    labels: of(termsTable).length > 0,
    everything: changes.length > mostChanges || of("directory.custom_fields").length > 0,
  };
}
