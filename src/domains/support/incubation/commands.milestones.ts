import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** What all of a cohort are to reach: by a day, or so many months after each one's entry. */
export interface MilestoneEntry {
  title: string;
  dueOn: Day | null;
  dueMonths: number | null;
}

export async function addMilestone(db: Db, author: Author, cohortId: number, entry: MilestoneEntry) {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("support.cohort_milestones")
      .values({ cohort_id: cohortId, ...columnsOf(entry) })
      .execute(),
  );
}

/** False when a colleague changed or deleted it since `version`. */
export async function changeMilestone(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: MilestoneEntry,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_milestones")
      .set({ ...columnsOf(entry), ...next })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Deletes a milestone, or puts it back with what each made of it. */
export async function setMilestoneRemoved(
  db: Db,
  author: Author,
  { cohortId, id }: { cohortId: number; id: number },
  removedAt: Date | null,
) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_milestones")
      .set({ removed_at: removedAt, ...next })
      .where("id", "=", id)
      .where("cohort_id", "=", cohortId)
      .execute(),
  );
}

/**
 * Says on which day an organisation reached a milestone, or that it has not (null); a note not given stays as it was. `version`: that
 * of the mark under the eyes, 0 when there was none. False when a colleague was first, or when the two are not of one cohort.
 */
export async function markMilestone(
  db: Db,
  author: Author,
  { milestoneId, stayId, version }: { milestoneId: number; stayId: number; version?: number },
  { reachedOn, note }: { reachedOn: Day | null; note?: string },
): Promise<boolean> {
  const unseen = version === undefined;
  const done = await inTransaction(db, author, (db) =>
    sql`
      insert into support.cohort_marks as mark (milestone_id, stay_id, reached_on, note, marked_by)
      select milestone.id, stay.id, ${reachedOn}::date, ${note ?? ""}, ${author.accountId}::uuid
      from support.cohort_milestones milestone join support.cohort_stays stay on stay.cohort_id = milestone.cohort_id
      where milestone.id = ${milestoneId} and stay.id = ${stayId}
        and milestone.removed_at is null and stay.removed_at is null
      on conflict (milestone_id, stay_id) do update set reached_on = excluded.reached_on,
        note = ${note === undefined ? sql`mark.note` : sql`excluded.note`},
        marked_by = excluded.marked_by, version = mark.version + 1, updated_at = now()
      where ${unseen ? sql`true` : sql`mark.version = ${version}`}`.execute(db),
  );
  return done.numAffectedRows === 1n;
}

const next = { version: sql<number>`version + 1` };
const columnsOf = ({ title, dueOn, dueMonths }: MilestoneEntry) => ({
  title,
  due_on: dueOn,
  due_months: dueMonths,
});
