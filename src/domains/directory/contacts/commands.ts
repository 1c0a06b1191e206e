import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { ContactForm } from "./input.ts";

/** Adds a contact point at the end of an organisation's own. */
export async function addContactPoint(db: Db, author: Author, organisationId: number, point: ContactForm) {
  await inTransaction(db, author, async (db) => {
    await db
      .insertInto("directory.contact_points")
      .values({
        ...point,
        organisation_id: organisationId,
        position: sql`(select coalesce(max(position) + 1, 0) from directory.contact_points
                       where organisation_id = ${organisationId})`,
      })
      .execute();
    await touch(db, organisationId, point.kind);
  });
}

/** Changes a contact point of this organisation. */
export async function changeContactPoint(
  db: Db,
  author: Author,
  organisationId: number,
  id: number,
  point: ContactForm,
) {
  await inTransaction(db, author, async (db) => {
    await db
      .updateTable("directory.contact_points")
      .set(point)
      .where("id", "=", id)
      .where("organisation_id", "=", organisationId)
      .execute();
    await touch(db, organisationId, point.kind);
  });
}

/** Puts a contact point of this organisation before the one above it; the first stays first. */
export async function raiseContactPoint(db: Db, author: Author, organisationId: number, id: number) {
  await inTransaction(db, author, async (db) => {
    await sql`
      with placed as (
        select id, row_number() over (order by position, id) * 2 as place
        from directory.contact_points where organisation_id = ${organisationId}
      ), raised as (
        select id, row_number() over (order by case when id = ${id} then place - 3 else place end) - 1 as position
        from placed
      )
      update directory.contact_points point set position = raised.position
      from raised where raised.id = point.id and raised.position <> point.position`.execute(db);
    await touch(db, organisationId);
  });
}

/** Removes a contact point of this organisation; the change log keeps what it was. */
export async function removeContactPoint(db: Db, author: Author, organisationId: number, id: number) {
  await inTransaction(db, author, async (db) => {
    const gone = await db
      .deleteFrom("directory.contact_points")
      .where("id", "=", id)
      .where("organisation_id", "=", organisationId)
      .returning("kind")
      .executeTakeFirst();
    if (gone) await touch(db, organisationId, gone.kind);
  });
}

/** The record has changed: who edits it is told, who keeps a copy sees it, and its courriel or telephone is the team's. */
async function touch(db: Db, organisationId: number, kind?: string) {
  const noted = kind === "email" || kind === "phone" ? kind : null;
  await sql`
    update directory.organisations set version = version + 1, updated_at = now(),
      facts = case when ${noted}::text is null then facts
        else jsonb_set(facts, array[${noted}::text],
          jsonb_build_object('source', 'staff', 'on', current_date)) end
    where id = ${organisationId}`.execute(db);
}
