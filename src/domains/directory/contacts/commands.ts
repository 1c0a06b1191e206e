import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { ContactForm } from "./input.ts";

/** Adds a contact point at the end of an organisation's own. */
export async function addContactPoint(db: Db, author: Author, organisationId: number, point: ContactForm) {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("directory.contact_points")
      .values({
        ...point,
        organisation_id: organisationId,
        position: sql`(select coalesce(max(position) + 1, 0) from directory.contact_points
                       where organisation_id = ${organisationId})`,
      })
      .execute(),
  );
}

/** Changes a contact point of this organisation. */
export async function changeContactPoint(
  db: Db,
  author: Author,
  organisationId: number,
  id: number,
  point: ContactForm,
) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.contact_points")
      .set(point)
      .where("id", "=", id)
      .where("organisation_id", "=", organisationId)
      .execute(),
  );
}

/** Removes a contact point of this organisation; the change log keeps what it was. */
export async function removeContactPoint(db: Db, author: Author, organisationId: number, id: number) {
  await inTransaction(db, author, (db) =>
    db
      .deleteFrom("directory.contact_points")
      .where("id", "=", id)
      .where("organisation_id", "=", organisationId)
      .execute(),
  );
}
