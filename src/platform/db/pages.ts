import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import type { Db } from "./index.ts";
import type { DB } from "./tables.ts";

/**
 * The rows of a query one after the other, fetched a page at a time from where the page before ended (keyset): memory
 * stays the same at 100 000 rows, and no connection is held while a slow reader downloads. `by` names output columns of
 * the query, never null, the last one unique; they are the order of the rows. The query itself must not be ordered.
 */
export async function* inPages<Row>(
  db: Db,
  query: SelectQueryBuilder<DB, never, Row> | RawBuilder<Row>,
  { by, descending = false, size = 1000 }: { by: readonly string[]; descending?: boolean; size?: number },
): AsyncGenerator<Row> {
  const columns = by.map((name) => sql.ref(`listed.${name}`));
  const order = sql.join(columns.map((column) => sql`${column} ${sql.raw(descending ? "desc" : "asc")}`));
  // As text, a key keeps what a JavaScript value would lose: the microseconds of an instant.
  const place = sql`array[${sql.join(columns.map((column) => sql`${column}::text`))}]`;
  let after: readonly string[] | undefined;
  for (;;) {
    const where = after
      ? sql`where (${sql.join(columns)}) ${sql.raw(descending ? "<" : ">")} (${sql.join(after)})`
      : sql``;
    const { rows } = await sql<Row & { listed_place: string[] }>`
      select listed.*, ${place} as listed_place from (${query}) as listed ${where} order by ${order} limit ${size}
    `.execute(db);
    for (const { listed_place, ...row } of rows) {
      after = listed_place;
      yield row as Row;
    }
    if (rows.length < size) return;
  }
}
