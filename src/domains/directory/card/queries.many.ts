import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type FieldWords, findFieldWords } from "../fields/queries.ts";
import { builtInFields, type FieldValues } from "../fields/registry.ts";

/** A listed organisation with what its public card holds. */
export interface WithCard {
  card: { values: FieldValues; words: FieldWords };
}

/** How many cards are read at once. */
const most = 500;

/** The same rows, each with its public card: two statements for five hundred of them. */
export async function* withCards<Row extends { id: number }>(
  db: Db,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row & WithCard> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < most) continue;
    yield* await readCards(db, batch);
    batch = [];
  }
  if (batch.length > 0) yield* await readCards(db, batch);
}

async function readCards<Row extends { id: number }>(db: Db, rows: readonly Row[]) {
  const ids = rows.map(({ id }) => id);
  const found = await sql<{ id: number; record: FieldValues & { custom: FieldValues } }>`
    select id, to_jsonb(card) - array['search', 'facts'] as record
    from directory.public_cards card where id = any(${ids}::bigint[])`.execute(db);
  const values = new Map(found.rows.map(({ id, record }) => [id, valuesOf(record)]));
  const words = await findFieldWords(db, [...values.values()]);
  return rows.map((row) => ({ ...row, card: { values: values.get(row.id) ?? {}, words } }));
}

/** The values of a public card, by field. */
function valuesOf({ custom, ...record }: FieldValues & { custom: FieldValues }): FieldValues {
  return {
    ...Object.fromEntries(builtInFields.map(({ key }) => [key, record[key] ?? null])),
    ...Object.fromEntries(Object.entries(custom).map(([code, value]) => [`custom.${code}`, value])),
  };
}
