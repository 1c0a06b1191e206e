import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { ChangeForm } from "./input.ts";

/** What is done to many: some of their headings, or put away. `detail`: the same in words. */
export type BulkAct =
  | { kind: "change"; change: ChangeForm; detail: string }
  | { kind: "remove"; detail: string };

const columns = {
  type: "type_id",
  pole: "pole_id",
  axe: "axis_id",
  mission: "mission_id",
  dispositif: "scheme_id",
} as const;

/**
 * Does one thing to all the meetings that `ids` (a select of numbers) finds, in one statement, and keeps what is needed to
 * take it back as a whole. Those for which nothing changes, and those put away, are not touched nor counted.
 */
export function actOnMeetings(
  db: Db,
  author: Author,
  ids: RawBuilder<unknown>,
  act: BulkAct,
): Promise<{ id: number; count: number }> {
  const requestId = randomUUID();
  return inTransaction(db, { ...author, requestId }, async (db) => {
    const set =
      act.kind === "change" ? changesOf(act.change) : { set: sql`removed_at = now()`, differs: sql`true` };
    const done = await sql`
      update activities.meetings set ${set.set}, version = version + 1, updated_at = now()
      where id in (${ids}) and removed_at is null and ${set.differs}`.execute(db);
    const count = Number(done.numAffectedRows ?? 0n);
    const { id } = await db
      .insertInto("activities.bulk_actions")
      .values({
        kind: act.kind,
        detail: act.detail,
        count,
        request_id: requestId,
        created_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { id, count };
  });
}

function changesOf(change: ChangeForm) {
  const asked = Object.entries(columns).flatMap(([name, column]) => {
    const value = change[name as keyof typeof columns];
    return value === undefined ? [] : [{ column: sql.ref(column), value: sql`${value}::bigint` }];
  });
  return {
    set: sql.join(asked.map(({ column, value }) => sql`${column} = ${value}`)),
    differs: sql`(${sql.join(
      asked.map(({ column, value }) => sql`${column} is distinct from ${value}`),
      sql` or `,
    )})`,
  };
}

/** `already`: it was undone before, by whoever clicked first. */
export type Undoing = { ok: true; restored: number; left: string[] } | { ok: false; refusal: "already" };

/**
 * Takes back what was done to many: each meeting gets its exact headings before. One that was changed since is left, and
 * named.
 */
export function undoBulkAct(db: Db, author: Author, id: number): Promise<Undoing> {
  return inTransaction(db, author, async (db) => {
    const done = await db
      .updateTable("activities.bulk_actions")
      .set({ undone_at: new Date() })
      .where("id", "=", id)
      .where("undone_at", "is", null)
      .returning("request_id")
      .executeTakeFirst();
    if (!done) return { ok: false, refusal: "already" };
    const { rows } = await sql<{ restored: number; left: string[] }>`
      with touched as materialized (
        select change.row_key::bigint as id, change.before, change.after from platform.changes change
        where change.request_id = ${done.request_id} and change.table_name = 'activities.meetings' and change.action = 'update'
      ), restored as (
        update activities.meetings meeting
        set type_id = (touched.before ->> 'type_id')::bigint, pole_id = (touched.before ->> 'pole_id')::bigint,
            axis_id = (touched.before ->> 'axis_id')::bigint, mission_id = (touched.before ->> 'mission_id')::bigint,
            scheme_id = (touched.before ->> 'scheme_id')::bigint, removed_at = (touched.before ->> 'removed_at')::timestamptz,
            version = meeting.version + 1, updated_at = now()
        from touched
        where meeting.id = touched.id and meeting.version = (touched.after ->> 'version')::int
        returning meeting.id
      )
      select (select count(*)::int from restored) as restored,
             array(select meeting.subject from activities.meetings meeting join touched using (id)
                   left join restored using (id) where restored.id is null order by meeting.held_on, meeting.id) as left`.execute(
      db,
    );
    return { ok: true, ...(rows[0] ?? { restored: 0, left: [] }) };
  });
}
