import { type RawBuilder, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { BulkKind } from "./texts.ts";

/** `already`: it was undone before, by whoever clicked first. */
export type Undoing = { ok: true; restored: number; left: string[] } | { ok: false; refusal: "already" };

/** What each kind gives back to the row, from its state before. */
const given: Record<Exclude<BulkKind, "collect" | "discard">, RawBuilder<unknown>> = {
  tag: sql`tag_ids = array(select jsonb_array_elements_text(change.before -> 'tag_ids')::bigint)`,
  untag: sql`tag_ids = array(select jsonb_array_elements_text(change.before -> 'tag_ids')::bigint)`,
  list: sql`visibility = change.before ->> 'visibility', listed_at = (change.before ->> 'listed_at')::timestamptz`,
  unlist: sql`visibility = change.before ->> 'visibility'`,
  archive: sql`status = change.before ->> 'status', archived_from = null`,
};

/**
 * Takes back what was done to many: each organisation gets its exact state before. One that was changed since, or whose
 * identifier another took meanwhile, is left and named.
 */
export function undoBulkAction(db: Db, author: Author, id: number): Promise<Undoing> {
  return inTransaction(db, author, async (db) => {
    const done = await db
      .updateTable("directory.bulk_actions")
      .set({ undone_at: new Date() })
      .where("id", "=", id)
      .where("undone_at", "is", null)
      .returning(["kind", "request_id"])
      .executeTakeFirst();
    if (!done) return { ok: false, refusal: "already" };
    const kind = done.kind as BulkKind;
    return {
      ok: true,
      ...(kind === "collect" || kind === "discard"
        ? { restored: await giveBackList(db, kind, done.request_id), left: [] }
        : await giveBackRows(db, kind, done.request_id)),
    };
  });
}

const changed = (requestId: string, table: string, action: string) => sql`
  platform.changes change where change.request_id = ${requestId} and change.table_name = ${table}
    and change.action = ${action}`;

/** The row says what it said then; that it was written again, and back, does not matter. */
const unchanged = sql`platform.without_secrets(to_jsonb(organisation)) - array['version', 'updated_at']
  = change.after - array['version', 'updated_at']`;

async function giveBackRows(db: Db, kind: keyof typeof given, requestId: string) {
  const from = changed(requestId, "directory.organisations", "update");
  const free = sql`not exists (select from directory.organisations other
    where other.id <> organisation.id and other.status <> 'archived'
      and (other.rna = organisation.rna or other.siret = organisation.siret))`;
  const { rows } = await sql<{ restored: number; left: string[] }>`
    with restored as (
      update directory.organisations organisation
      set ${given[kind]}, version = organisation.version + 1, updated_at = now()
      from ${from} and organisation.id = change.row_key::bigint
        and ${unchanged}
        and ${kind === "archive" ? free : sql`true`}
      returning organisation.id
    ), touched as (
      select change.row_key::bigint as id from ${from}
    )
    select (select count(*) from restored) as restored,
           array(select organisation.name from directory.organisations organisation
                 join touched using (id) left join restored using (id)
                 where restored.id is null order by organisation.key, organisation.id) as left`.execute(db);
  return rows[0] ?? { restored: 0, left: [] };
}

async function giveBackList(db: Db, kind: "collect" | "discard", requestId: string): Promise<number> {
  const table = "directory.segment_organisations";
  const done =
    kind === "collect"
      ? await sql`delete from directory.segment_organisations
          where (segment_id, organisation_id) in (
            select (change.after ->> 'segment_id')::bigint, (change.after ->> 'organisation_id')::bigint from ${changed(requestId, table, "insert")})`.execute(
          db,
        )
      : await sql`insert into directory.segment_organisations (segment_id, organisation_id)
          select (change.before ->> 'segment_id')::bigint, (change.before ->> 'organisation_id')::bigint
          from ${changed(requestId, table, "delete")} on conflict do nothing`.execute(db);
  return Number(done.numAffectedRows ?? 0n);
}
