import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { isMutual, type LinkKind } from "./rules.ts";

export interface LinkFacts {
  kind: LinkKind;
  from_id: number;
  to_id: number;
  since: Day | null;
  until: Day | null;
  note: string;
}

/** `self`: with itself. `known`: this link is there, since the same day, read from one end or the other. */
export type LinkOutcome = { ok: true; id: number } | { ok: false; refusal: "self" | "known" | "stale" };

/** Links two organisations. The same link, of the same day, is not made twice. */
export function addLink(db: Db, author: Author, link: LinkFacts): Promise<LinkOutcome> {
  return inTransaction(db, author, async (db) => {
    if (link.from_id === link.to_id) return { ok: false, refusal: "self" };
    if (await isKnown(db, link, 0)) return { ok: false, refusal: "known" };
    const { id } = await db
      .insertInto("directory.links")
      .values(link)
      .returning("id")
      .executeTakeFirstOrThrow();
    return { ok: true, id };
  });
}

/** Changes a link that is still at this version. */
export function changeLink(
  db: Db,
  author: Author,
  id: number,
  version: number,
  link: LinkFacts,
): Promise<LinkOutcome> {
  return inTransaction(db, author, async (db) => {
    if (await isKnown(db, link, id)) return { ok: false, refusal: "known" };
    const done = await db
      .updateTable("directory.links")
      .set({ ...link, version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n ? { ok: true, id } : { ok: false, refusal: "stale" };
  });
}

/** Another link than `except` that says the same; two who write at once come one after the other. */
async function isKnown(db: Db, { kind, from_id, to_id, since }: LinkFacts, except: number) {
  await sql`select pg_advisory_xact_lock(hashtext('directory.links'))`.execute(db);
  const { rows } = await sql`
    select from directory.links
    where kind = ${kind} and since is not distinct from ${since} and id <> ${except}
      and ((from_id = ${from_id} and to_id = ${to_id})
        or (${isMutual(kind)} and from_id = ${to_id} and to_id = ${from_id}))`.execute(db);
  return rows.length > 0;
}

/** Removes a link; the change log keeps it, so that it can be put back. */
export async function removeLink(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) => db.deleteFrom("directory.links").where("id", "=", id).execute());
}

/** Puts back the link that this request removed; false when it is there, or when it was made again meanwhile. */
export async function restoreLink(db: Db, author: Author, requestId: string): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    sql`insert into directory.links (id, from_id, to_id, kind, since, until, note, version, created_at)
      overriding system value
      select line.id, line.from_id, line.to_id, line.kind, line.since, line.until, line.note, line.version + 1, line.created_at
      from platform.changes change, jsonb_populate_record(null::directory.links, change.before) line
      where change.request_id = ${requestId} and change.table_name = 'directory.links' and change.action = 'delete'
      on conflict do nothing`.execute(db),
  );
  return done.numAffectedRows === 1n;
}
