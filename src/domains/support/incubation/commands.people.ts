import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { forgetChanges } from "#platform/personal-data.ts";

/** Names someone of the organisation with whom the incubation is done. */
export async function addPerson(
  db: Db,
  author: Author,
  stayId: number,
  person: { personId: number | null; name: string; email: string; phone: string; title: string },
): Promise<void> {
  const { personId: person_id, ...rest } = person;
  await inTransaction(db, author, (db) =>
    db
      .insertInto("support.cohort_people")
      .values({ stay_id: stayId, person_id, ...rest })
      .execute(),
  );
}

/** Takes someone off, and what is kept of them there with it. */
export async function removePerson(db: Db, author: Author, stayId: number, id: number): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await db.deleteFrom("support.cohort_people").where("stay_id", "=", stayId).where("id", "=", id).execute();
    await forgetChanges(db, "support.cohort_people", [id]);
  });
}
