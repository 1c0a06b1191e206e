import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { PartnershipFacts } from "./input.ts";

/** `known`: the organisation has this partnership, of this kind, with this partner of this country. */
export type PartnershipOutcome = { ok: true; id: number } | { ok: false; refusal: "known" | "stale" };

/** Notes a partnership of an organisation with a territory abroad; the same is not noted twice. */
export function addPartnership(
  db: Db,
  author: Author,
  organisationId: number,
  facts: PartnershipFacts,
): Promise<PartnershipOutcome> {
  return inTransaction(db, author, async (db) => {
    if (await isKnown(db, organisationId, facts, 0)) return { ok: false, refusal: "known" };
    const { id } = await db
      .insertInto("directory.partnerships")
      .values({ organisation_id: organisationId, ...facts })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { ok: true, id };
  });
}

/** Changes a partnership that is still at this version. */
export function changePartnership(
  db: Db,
  author: Author,
  { id, organisation_id }: { id: number; organisation_id: number },
  version: number,
  facts: PartnershipFacts,
): Promise<PartnershipOutcome> {
  return inTransaction(db, author, async (db) => {
    if (await isKnown(db, organisation_id, facts, id)) return { ok: false, refusal: "known" };
    const done = await db
      .updateTable("directory.partnerships")
      .set({ ...facts, version: version + 1 })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n ? { ok: true, id } : { ok: false, refusal: "stale" };
  });
}

/** Another than `except` that is the same; two who write for one organisation come one after the other. */
async function isKnown(db: Db, organisationId: number, facts: PartnershipFacts, except: number) {
  await sql`select from directory.organisations where id = ${organisationId} for no key update`.execute(db);
  const { rows } = await sql`
    select from directory.partnerships where organisation_id = ${organisationId} and id <> ${except}
      and kind = ${facts.kind} and country_code = ${facts.country_code} and key = platform.fold(${facts.partner})`.execute(
    db,
  );
  return rows.length > 0;
}

/** Removes a partnership; the change log keeps it, so that it can be put back. */
export async function removePartnership(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db.deleteFrom("directory.partnerships").where("id", "=", id).execute(),
  );
}

/** Puts back the partnership that this request removed; gives its number, or nothing when it is there. */
export async function restorePartnership(
  db: Db,
  author: Author,
  requestId: string,
): Promise<number | undefined> {
  const { rows } = await inTransaction(db, author, (db) =>
    sql<{ organisation_id: number }>`
      insert into directory.partnerships (id, organisation_id, kind, partner, country_code, since_year, state, note,
        visibility, version, import_id, created_at)
      overriding system value
      select line.id, line.organisation_id, line.kind, line.partner, line.country_code, line.since_year, line.state, line.note,
        line.visibility, line.version + 1, line.import_id, line.created_at
      from platform.changes change, jsonb_populate_record(null::directory.partnerships, change.before) line
      where change.request_id = ${requestId} and change.table_name = 'directory.partnerships' and change.action = 'delete'
      on conflict do nothing returning organisation_id`.execute(db),
  );
  return rows[0]?.organisation_id;
}
