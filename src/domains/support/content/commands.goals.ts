import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { touchCourse } from "../courses/commands.state.ts";
import type { GoalState } from "../rules.ts";

export interface GoalEntry {
  title: string;
  dueOn: Day | null;
}

/** Sets a goal that lives until it is reached or dropped, over as many meetings as it takes. */
export async function setGoal(
  db: Db,
  author: Author,
  courseId: number,
  goal: GoalEntry,
  now: Date,
  today: Day,
) {
  await inTransaction(db, author, async (db) => {
    await db
      .insertInto("support.goals")
      .values({ course_id: courseId, title: goal.title, due_on: goal.dueOn, set_on: today })
      .execute();
    await touchCourse(db, courseId, now);
  });
}

/** Says a goal otherwise; false when a colleague changed it since `version`. */
export async function rewordGoal(
  db: Db,
  author: Author,
  { courseId, id, version }: { courseId: number; id: number; version: number },
  goal: GoalEntry,
  now: Date,
): Promise<boolean> {
  return changeGoal(db, author, { courseId, id, version }, { title: goal.title, due_on: goal.dueOn }, now);
}

/** Says that a goal is reached, dropped, or open again; false when a colleague changed it since `version`. */
export async function settleGoal(
  db: Db,
  author: Author,
  goal: { courseId: number; id: number; version: number },
  state: GoalState,
  now: Date,
  today: Day,
): Promise<boolean> {
  return changeGoal(db, author, goal, { state, settled_on: state === "open" ? null : today }, now);
}

async function changeGoal(
  db: Db,
  author: Author,
  { courseId, id, version }: { courseId: number; id: number; version: number },
  change: { title?: string; due_on?: Day | null; state?: GoalState; settled_on?: Day | null },
  now: Date,
) {
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("support.goals")
      .set({ ...change, version: sql<number>`version + 1` })
      .where("id", "=", id)
      .where("course_id", "=", courseId)
      .where("version", "=", version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return false;
    await touchCourse(db, courseId, now);
    return true;
  });
}
