import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Checked, Remark } from "#platform/spreadsheets/import-kind.ts";
import type { SheetRow } from "#platform/spreadsheets/read.ts";

/** A line of the file as it is kept beside the record, until the import is over and after. */
export interface StagedRow {
  line: number;
  cells: readonly string[];
  outcome: Checked<unknown>["outcome"] | null;
  duplicate_of: number | null;
  problems: readonly Remark[];
  notes: readonly Remark[];
  changes: Checked<unknown>["changes"];
  target_id: number | null;
}

export async function emptyStaging(db: Db, importId: number): Promise<void> {
  await db.deleteFrom("imports.rows").where("import_id", "=", importId).execute();
}

/** Writes a slice of lines in one statement, with one parameter whatever their number. */
export async function stageRows(db: Db, importId: number, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into imports.rows (import_id, line, cells, outcome, duplicate_of, problems, notes, changes, target_id)
    select ${importId}, line, cells, outcome, duplicate_of, problems, notes, coalesce(changes, '[]'), target_id
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (line integer, cells jsonb, outcome text,
      duplicate_of integer, problems jsonb, notes jsonb, changes jsonb, target_id bigint)`.execute(db);
}

/** A line of which nothing is known yet but its cells. */
export const bareRow = (row: SheetRow): StagedRow => ({
  line: row.line,
  cells: row.cells,
  outcome: null,
  duplicate_of: null,
  problems: [],
  notes: [],
  changes: [],
  target_id: null,
});

/** Rows gathered by so many: what a statement takes at once. */
export const sliceSize = 1000;

export async function* slices<Item>(items: AsyncIterable<Item>, size = sliceSize): AsyncGenerator<Item[]> {
  let slice: Item[] = [];
  for await (const item of items) {
    if (slice.push(item) < size) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
