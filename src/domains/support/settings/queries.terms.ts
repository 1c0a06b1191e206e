import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** What a term is called, retired or not; nothing when there is none. */
export async function termLabel(db: Db, id: number | null): Promise<string | undefined> {
  if (id === null) return undefined;
  const { rows } = await sql<{ label: string }>`
    select label from vocabularies.shared_terms where id = ${id}`.execute(db);
  return rows[0]?.label;
}
