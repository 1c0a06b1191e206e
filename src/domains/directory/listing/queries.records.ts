import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { wordsOf } from "../fields/queries.ts";
import type { FieldValues } from "../fields/registry.ts";
import type { RecordCells, StaffRow } from "./columns.staff.ts";

/** How many records an export reads at once. */
const batch = 500;

/** These rows with their whole record, in one statement. */
export async function withRecords(db: Db, rows: readonly StaffRow[]): Promise<StaffRow[]> {
  if (rows.length === 0) return [];
  const first = (kind: string) => sql`(select value from directory.contact_points point
    where point.organisation_id = organisation.id and point.kind = ${kind} order by point.position, point.id limit 1)`;
  const { rows: records } = await sql<RecordCells & { id: number; custom: FieldValues }>`
    select organisation.id, organisation.custom, ${wordsOf()} as words,
           to_jsonb(organisation) - array['search', 'facts', 'custom']
             || jsonb_build_object('email', ${first("email")}, 'phone', ${first("phone")}) as values,
           array(select label from vocabularies.shared_terms
                 where id = any(organisation.tag_ids) order by label) as tags
    from directory.organisations organisation
    where organisation.id = any(${rows.map(({ id }) => id)}::bigint[])`.execute(db);
  const known = new Map(
    records.map(({ id, custom, values, words, tags }) => {
      const own = Object.entries(custom).map(([code, value]) => [`custom.${code}`, value] as const);
      return [id, { values: { ...values, ...Object.fromEntries(own) }, words, tags }];
    }),
  );
  return rows.map((row) => ({ ...row, record: known.get(row.id) }));
}

/** The same for an export, a batch at a time. */
export async function* eachWithRecord(db: Db, rows: AsyncIterable<StaffRow>): AsyncGenerator<StaffRow> {
  let waiting: StaffRow[] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < batch) continue;
    yield* await withRecords(db, waiting);
    waiting = [];
  }
  yield* await withRecords(db, waiting);
}
