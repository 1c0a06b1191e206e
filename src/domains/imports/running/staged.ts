import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Changed, Checked } from "#platform/spreadsheets/import-kind.ts";

/** A slice of the lines that may go in, in the order of the file. */
export async function listLines(db: Db, importId: number, after: number, limit: number) {
  const rows = await db
    .selectFrom("imports.rows")
    .select(["line", "cells", "duplicate_of"])
    .where("import_id", "=", importId)
    .where("outcome", "<>", "problem")
    .where("line", ">", after)
    .orderBy("line")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, cells: row.cells as string[] }));
}

/** Keeps what the changed rows were, to put them back. */
export async function noteUndo(db: Db, importId: number, changed: readonly Changed[]): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    update imports.rows as staged set undo = row.undo, target_id = row."targetId"
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as row (line integer, "targetId" bigint, undo jsonb)
    where staged.import_id = ${importId} and staged.line = row.line`.execute(db);
}

/** What turned into a problem since the preview stays listed with its reason. */
export async function noteWaiting(
  db: Db,
  importId: number,
  checked: readonly Checked<unknown>[],
): Promise<void> {
  const waiting = checked.filter((row) => row.outcome === "problem");
  if (waiting.length === 0) return;
  await sql`
    update imports.rows as staged set outcome = 'problem', problems = row.problems
    from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as row (line integer, problems jsonb)
    where staged.import_id = ${importId} and staged.line = row.line`.execute(db);
}

export async function listChanged(db: Db, importId: number): Promise<Changed[]> {
  const rows = await db
    .selectFrom("imports.rows")
    .select(["line", "target_id", "undo"])
    .where("import_id", "=", importId)
    .where("undo", "is not", null)
    .orderBy("line")
    .execute();
  return rows.map(({ line, target_id, undo }) => ({ line, targetId: target_id ?? 0, undo }));
}
