import { sql } from "kysely";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { forgetChanges } from "#platform/personal-data.ts";

/** Years after the end of a course for which what is kept of people stays (CNIL, référentiel associations). */
export const retentionYears = 3;

/** How many courses are done at once: what a kill undoes, and the next night does again. */
const batch = 200;

/**
 * Erases the confidential notes of courses that ended longer ago than the settings say, out of the change log too. Returns how
 * many notes went.
 */
export async function eraseDueNotes(db: Db, now: Date): Promise<number> {
  let erased = 0;
  for (;;) {
    const done = await inTransaction(db, system, async (db) => {
      const { rows } = await sql<{ id: number }>`
        update support.courses set notes_erased_at = ${now}
        where id in (
          select course.id from support.courses course, support.settings
          where course.closed_on < ((${now}::timestamptz at time zone 'Europe/Paris')::date
              - make_interval(months => settings.notes_months))
            and exists (select from support.notes note where note.course_id = course.id)
          order by course.id limit ${batch} for update of course skip locked)
        returning id`.execute(db);
      if (rows.length === 0) return 0;
      const notes = await db
        .deleteFrom("support.notes")
        .where(
          "course_id",
          "in",
          rows.map(({ id }) => id),
        )
        .returning("id")
        .execute();
      await forgetChanges(
        db,
        "support.notes",
        notes.map(({ id }) => id),
      );
      return notes.length;
    });
    if (done === 0) return erased;
    erased += done;
  }
}

/**
 * Three years after a course ended, who asked and with whom it was done are no longer named; the course stays counted. The same of a
 * cohort, from the day when the organisation left it or it closed.
 */
export async function forgetOldRequests(db: Db, now: Date): Promise<void> {
  await inTransaction(db, system, async (db) => {
    const old = sql`select id from support.courses
      where closed_on < ((${now}::timestamptz at time zone 'Europe/Paris')::date - make_interval(years => ${retentionYears}))`;
    const requests = await sql<{ id: number }>`
      update support.requests set name = 'Effacé', email = '', phone = '', title = '', message = 'Effacé'
      where course_id in (${old}) and email <> '' returning id`.execute(db);
    const people = await sql<{ id: number }>`
      delete from support.course_people where course_id in (${old}) returning id`.execute(db);
    const stays = await sql<{ id: number }>`
      delete from support.cohort_people where stay_id in (
        select stay.id from support.cohort_stays stay join support.cohorts cohort on cohort.id = stay.cohort_id
        where coalesce(stay.left_on, cohort.closed_on)
          < ((${now}::timestamptz at time zone 'Europe/Paris')::date - make_interval(years => ${retentionYears}))) returning id`.execute(
      db,
    );
    const words = await sql<{ id: number }>`
      delete from support.words where course_id in (${old}) returning id`.execute(db);
    for (const [table, { rows }] of [
      ["support.requests", requests],
      ["support.course_people", people],
      ["support.cohort_people", stays],
      ["support.words", words],
    ] as const)
      await forgetChanges(
        db,
        table,
        rows.map(({ id }) => id),
      );
  });
}
