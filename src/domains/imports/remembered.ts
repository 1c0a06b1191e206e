import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { headingKey, headingsKey } from "./recognition.ts";
import type { Mapping } from "./rules.ts";

/** How these headings were understood last time: the kind, and the place of each of its columns in this file. */
export async function findMapping(db: Db, headings: readonly string[]) {
  const known = await db
    .selectFrom("imports.mappings")
    .select(["kind", "mapping"])
    .where("headings_key", "=", headingsKey(headings))
    .executeTakeFirst();
  if (!known) return undefined;
  const keys = headings.map(headingKey);
  const mapping: Mapping = {};
  for (const [column, heading] of Object.entries(known.mapping as Record<string, string>)) {
    const position = keys.indexOf(heading);
    if (position >= 0) mapping[column] = position;
  }
  return { kind: known.kind, mapping };
}

/** Remembers how headings are understood, by their names: the order of the columns may change. The last word wins. */
export async function rememberMapping(
  db: Db,
  headings: readonly string[],
  { kind, mapping }: { kind: string; mapping: Mapping },
): Promise<void> {
  const named = Object.entries(mapping).map(([column, position]) => [
    column,
    headingKey(headings[position] ?? ""),
  ]);
  const values = { kind, mapping: JSON.stringify(Object.fromEntries(named)) };
  await db
    .insertInto("imports.mappings")
    .values({ headings_key: headingsKey(headings), ...values })
    .onConflict((row) => row.column("headings_key").doUpdateSet({ ...values, used_at: sql`now()` }))
    .execute();
}
