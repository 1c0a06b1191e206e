import { sql } from "kysely";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import type { Choice, ImportContext } from "#platform/spreadsheets/import-kind.ts";
import type { Options } from "../rules.ts";

export function contextOf(importId: number, options: Options, choices: readonly Choice[]): ImportContext {
  const known = new Map(choices.map(({ column, typed, choice }) => [`${column}\u001f${typed}`, choice]));
  return { importId, options, choiceFor: (column, typed) => known.get(`${column}\u001f${typed}`) };
}

/** How often the page may learn something new, in milliseconds. */
const pace = 1000;

/**
 * Says how far the work is, outside its transaction, so that the page can show it; a second apart, and without waiting for
 * the disk: it is worth nothing after a crash.
 */
export function progressOf(db: Db, importId: number) {
  let last = 0;
  return async (done: number) => {
    if (performance.now() - last < pace) return;
    last = performance.now();
    await inTransaction(db, system, async (db) => {
      await sql`set local synchronous_commit = off`.execute(db);
      await sql`update imports.progress set done = ${done}, at = now() where import_id = ${importId}`.execute(
        db,
      );
    });
  };
}
