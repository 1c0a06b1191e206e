import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Question } from "./input.ts";

export type Line = Readonly<Record<string, unknown>>;

/** One line of the change log. */
export interface Change {
  id: number;
  at: Date;
  account_id: string | null;
  /** Who, when they still have an account. */
  name: string | null;
  request_id: string | null;
  table_name: string;
  row_key: string;
  action: string;
  before: Line | null;
  after: Line | null;
}

/** Lines a page shows. */
export const pageSize = 50;

/**
 * The changes asked for, latest first, at most `pageSize`; `next` is the number below which the page after starts.
 * A `table` without a dot is a whole room.
 */
export async function listChanges(
  db: Db,
  { compte, table, fiche, jour, avant }: Question,
): Promise<{ changes: Change[]; next: number | undefined }> {
  const rows = await db
    .selectFrom("platform.changes as change")
    .leftJoin("accounts.users as user", "user.id", "change.account_id")
    .select([
      "change.id",
      "change.at",
      "change.account_id",
      "user.name",
      "change.request_id",
      "change.table_name",
      "change.row_key",
      "change.action",
      sql<Line | null>`change.before`.as("before"),
      sql<Line | null>`change.after`.as("after"),
    ])
    .$if(compte !== undefined, (query) => query.where("change.account_id", "=", compte ?? ""))
    .$if(table !== undefined, (query) =>
      table?.includes(".")
        ? query.where("change.table_name", "=", table)
        : query.where("change.table_name", "like", `${table}.%`),
    )
    .$if(fiche !== undefined, (query) => query.where("change.row_key", "=", fiche ?? ""))
    .$if(jour !== undefined, (query) =>
      query.where(sql<boolean>`change.at >= ${jour}::date::timestamp at time zone 'Europe/Paris'
        and change.at < (${jour}::date + 1)::timestamp at time zone 'Europe/Paris'`),
    )
    .$if(avant !== undefined, (query) => query.where("change.id", "<", avant ?? 0))
    .orderBy("change.id", "desc")
    .limit(pageSize + 1)
    .execute();
  const changes = rows.slice(0, pageSize);
  return { changes, next: rows.length > pageSize ? changes.at(-1)?.id : undefined };
}

/** Those who may have written something, for the choice of a person. */
export function listAuthors(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom("accounts.users").select(["id", "name"]).orderBy("name").orderBy("id").execute();
}
