import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** All that a person says of a cohort. */
export interface CohortEntry {
  name: string;
  schemeId: number | null;
  fromYear: number;
  toYear: number;
  referentId: string | null;
  purpose: string;
}

/** Opens a cohort; its number. */
export async function addCohort(db: Db, author: Author, entry: CohortEntry): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("support.cohorts")
      .values({ ...columnsOf(entry), created_by: author.accountId })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Replaces what is said of a cohort; false when a colleague changed or deleted it since `version`. */
export const changeCohort = (db: Db, author: Author, id: number, version: number, entry: CohortEntry) =>
  setCohort(db, author, id, version, columnsOf(entry));

/** Closes a cohort on a day with what it brought; false when a colleague changed it since `version`. */
export const closeCohort = (
  db: Db,
  author: Author,
  id: number,
  version: number,
  { on, words }: { on: Day; words: string },
) => setCohort(db, author, id, version, { closed_on: on, closing_words: words });

async function setCohort(
  db: Db,
  author: Author,
  id: number,
  version: number,
  columns: Partial<ReturnType<typeof columnsOf>> & { closed_on?: Day; closing_words?: string },
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohorts")
      .set({ ...columns, ...next })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Takes up again a cohort that was closed; what was said of its end stays written. */
export async function reopenCohort(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohorts")
      .set({ closed_on: null, ...next })
      .where("id", "=", id)
      .where("closed_on", "is not", null)
      .execute(),
  );
}

/** Deletes a cohort, or puts it back (`removedAt` null): with it goes, and comes back, all that hangs on it. */
export async function setCohortRemoved(db: Db, author: Author, id: number, removedAt: Date | null) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohorts")
      .set({ removed_at: removedAt, ...next })
      .where("id", "=", id)
      .where("removed_at", removedAt ? "is" : "is not", null)
      .execute(),
  );
}

/** Puts an event of the agenda in the programme of a cohort, or takes it out. */
export async function setEventLinked(
  db: Db,
  author: Author,
  cohortId: number,
  eventId: number,
  linked: boolean,
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    if (linked)
      await sql`
        insert into support.cohort_events (cohort_id, event_id)
        select ${cohortId}, event.id from agenda.shared_events event where event.id = ${eventId}
        on conflict do nothing`.execute(db);
    else
      await db
        .deleteFrom("support.cohort_events")
        .where("cohort_id", "=", cohortId)
        .where("event_id", "=", eventId)
        .execute();
  });
}

export const next = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };

const columnsOf = (entry: CohortEntry) => ({
  name: entry.name,
  scheme_id: entry.schemeId,
  from_year: entry.fromYear,
  to_year: entry.toYear,
  referent_id: entry.referentId,
  purpose: entry.purpose,
});
