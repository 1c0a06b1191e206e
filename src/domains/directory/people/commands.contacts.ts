import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { ContactForm } from "../contacts/input.ts";

/** Adds a way to reach a person, after those they have. */
export async function addPersonContact(db: Db, author: Author, personId: number, point: ContactForm) {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("directory.contact_points")
      .values({
        ...point,
        person_id: personId,
        position: sql`(select coalesce(max(position) + 1, 0) from directory.contact_points where person_id = ${personId})`,
      })
      .execute(),
  );
}

/** Changes a way to reach this person. */
export async function changePersonContact(
  db: Db,
  author: Author,
  personId: number,
  id: number,
  point: ContactForm,
) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.contact_points")
      .set(point)
      .where("id", "=", id)
      .where("person_id", "=", personId)
      .execute(),
  );
}

/** Removes a way to reach this person; it can be put back as it was by `addPersonContact`. */
export async function removePersonContact(db: Db, author: Author, personId: number, id: number) {
  await inTransaction(db, author, (db) =>
    db
      .deleteFrom("directory.contact_points")
      .where("id", "=", id)
      .where("person_id", "=", personId)
      .execute(),
  );
}
