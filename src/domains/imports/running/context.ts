import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Choice, ImportContext } from "#platform/spreadsheets/import-kind.ts";
import type { Options } from "../rules.ts";

export function contextOf(importId: number, options: Options, choices: readonly Choice[]): ImportContext {
  const known = new Map(choices.map(({ column, typed, choice }) => [`${column}\u001f${typed}`, choice]));
  return { importId, options, choiceFor: (column, typed) => known.get(`${column}\u001f${typed}`) };
}

/** Says how far the work is, outside its transaction, so that the page can show it. */
export const progressOf = (db: Db, importId: number) => async (done: number) => {
  await sql`update imports.progress set done = ${done}, at = now() where import_id = ${importId}`.execute(db);
};
