import { type SqlBool, sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** A name for an address of the list: filters, columns, order. */
export interface SavedView {
  id: number;
  name: string;
  /** Of the address, without its `?`. */
  query: string;
  shared: boolean;
  mine: boolean;
}

const columns = ["id", "name", "query", "shared"] as const;

/** The views of the team and one's own, by name. */
export async function listViews(db: Db, accountId: string | null): Promise<SavedView[]> {
  return db
    .selectFrom("directory.list_views")
    .select(columns)
    .select(sql<boolean>`coalesce(created_by = ${accountId}, false)`.as("mine"))
    .where("removed_at", "is", null)
    .where(sql<SqlBool>`(shared or created_by = ${accountId})`)
    .orderBy(sql`platform.fold(name)`)
    .orderBy("id")
    .limit(50)
    .execute();
}

/** One view that this account may see, deleted or not. */
export function findView(db: Db, id: number, accountId: string | null) {
  return db
    .selectFrom("directory.list_views")
    .select([...columns, "removed_at"])
    .where("id", "=", id)
    .where(sql<SqlBool>`(shared or created_by = ${accountId})`)
    .executeTakeFirst();
}
