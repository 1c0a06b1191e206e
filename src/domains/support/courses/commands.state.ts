import { sql } from "kysely";
import { type Day, dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Outcome, Stage } from "../rules.ts";
import { type ChangeOutcome, overtaken, touched } from "./commands.ts";

/**
 * Passes a course from the stage that was seen to another that is open; false when a colleague moved it first. It opens,
 * for the counts, when it leaves the request; taken up again, it is no longer closed.
 */
export async function moveCourse(
  db: Db,
  author: Author,
  id: number,
  { from, to }: { from: Stage; to: Exclude<Stage, "closed"> },
  now: Date,
): Promise<boolean> {
  if (from === to) return true;
  return inTransaction(db, author, async (db) => {
    const today = dayInParis(now);
    const moved = await db
      .updateTable("support.courses")
      .set({
        stage: to,
        stage_since: now,
        closed_on: null,
        outcome: null,
        ...(to === "request" ? {} : { opened_on: sql<Day>`coalesce(opened_on, ${openingDay(today)})` }),
        ...touched(now),
      })
      .where("id", "=", id)
      .where("stage", "=", from)
      .where("removed_at", "is", null)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return false;
    await noteStage(db, author, id, to, now);
    return true;
  });
}

/** What was imported without a day stays without: nobody knows it. */
const openingDay = (today: Day) => sql`case when origin = 'import' then null else ${today}::date end`;

/** Closes a course with how it ended; a colleague who changed it first is told. */
export async function closeCourse(
  db: Db,
  author: Author,
  id: number,
  version: number,
  { outcome, words, on }: { outcome: Outcome; words: string; on: Day },
  now: Date,
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) => {
    const closed = await db
      .updateTable("support.courses")
      .set({
        stage: "closed",
        stage_since: now,
        closed_on: on,
        outcome,
        outcome_words: words,
        next_step: "",
        next_step_on: null,
        ...touched(now),
      })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst();
    if (closed.numUpdatedRows === 0n) return overtaken;
    await noteStage(db, author, id, "closed", now);
    return { ok: true };
  });
}

/** Says what comes next and when; nothing when it is done. */
export async function setNextStep(
  db: Db,
  author: Author,
  id: number,
  version: number,
  { step, on }: { step: string; on: Day | null },
  now: Date,
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) => {
    const set = await db
      .updateTable("support.courses")
      .set({ next_step: step, next_step_on: on, ...touched(now) })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst();
    return set.numUpdatedRows === 0n ? overtaken : { ok: true };
  });
}

/** Deletes a course: it leaves every list and count at once, and can be put back. The meetings stay in the log. */
export async function removeCourse(db: Db, author: Author, id: number, now: Date): Promise<void> {
  await setRemoved(db, author, id, now);
}

export async function restoreCourse(db: Db, author: Author, id: number): Promise<void> {
  await setRemoved(db, author, id, null);
}

async function setRemoved(db: Db, author: Author, id: number, removed_at: Date | null) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.courses")
      .set({ removed_at, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("removed_at", removed_at ? "is" : "is not", null)
      .execute(),
  );
}

/** Something happened to the course: it is not quiet. What is edited at once by two is guarded by `version` elsewhere. */
export async function touchCourse(db: Db, id: number, now: Date): Promise<void> {
  await db.updateTable("support.courses").set({ touched_at: now }).where("id", "=", id).execute();
}

const noteStage = (db: Db, author: Author, course_id: number, stage: Stage, at: Date) =>
  db
    .insertInto("support.course_stages")
    .values({ course_id, stage, at, moved_by: author.accountId })
    .execute();
