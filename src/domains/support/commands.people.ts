import { sql } from "kysely";
import { type Author, type Db, inTransaction, system } from "#platform/db/index.ts";
import { forgetChanges } from "#platform/personal-data.ts";

/** Someone of an organisation, as a person writes them down; `personId` when the directory has them. */
export interface PersonEntry {
  personId: number | null;
  name: string;
  email: string;
  phone: string;
  title: string;
}

/** In what someone is named: a course of support, or the stay of an organisation in a cohort; its number. */
export interface Naming {
  in: "course" | "stay";
  id: number;
}

const tables = { course: "support.course_people", stay: "support.cohort_people" } as const;
const column = (naming: Naming) => sql.ref(`${naming.in}_id`);

/** Names someone of the organisation with whom a course or an incubation is done. */
export async function addPerson(db: Db, author: Author, naming: Naming, person: PersonEntry): Promise<void> {
  const { personId, name, email, phone, title } = person;
  await inTransaction(db, author, (db) =>
    sql`
      insert into ${sql.table(tables[naming.in])} (${column(naming)}, person_id, name, email, phone, title)
      values (${naming.id}, ${personId}, ${name}, ${email}, ${phone}, ${title})`.execute(db),
  );
}

/** Takes someone off, or puts them back; twice is once. Their name; undefined when nobody is there by this number any more. */
export async function setPersonRemoved(
  db: Db,
  author: Author,
  naming: Naming,
  id: number,
  removedAt: Date | null,
): Promise<string | undefined> {
  const { rows } = await inTransaction(db, author, (db) =>
    sql<{ name: string }>`
      update ${sql.table(tables[naming.in])}
      set removed_at = ${removedAt ? sql`coalesce(removed_at, ${removedAt})` : null}
      where id = ${id} and ${column(naming)} = ${naming.id} returning name`.execute(db),
  );
  return rows[0]?.name;
}

/** Erases those taken off an hour ago or more, out of the change log too: who just took someone off may still undo it. */
export async function eraseRemovedPeople(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 3_600_000);
  await inTransaction(db, system, async (db) => {
    for (const table of Object.values(tables)) {
      const { rows } = await sql<{ id: number }>`
        delete from ${sql.table(table)} where removed_at < ${before} returning id`.execute(db);
      await forgetChanges(
        db,
        table,
        rows.map(({ id }) => id),
      );
    }
  });
}
