import { sql } from "kysely";
import { logMeeting, type MeetingEntry } from "#domains/activities/index.ts";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { touchCourse } from "../courses/commands.state.ts";

/** Links a meeting of the log to a course; linked already, nothing changes. False when the log has no such meeting. */
export async function linkMeeting(
  db: Db,
  author: Author,
  courseId: number,
  meetingId: number,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const linked = await sql`
      insert into support.course_meetings (meeting_id, course_id)
      select id, ${courseId} from activities.shared_meetings where id = ${meetingId}
      on conflict do nothing`.execute(db);
    if (linked.numAffectedRows === 0n) return false;
    await touchCourse(db, courseId, now);
    return true;
  });
}

/** Makes a meeting that was just logged one of this course; a request that is met is under diagnosis, from that day. */
export function serveCourse(
  db: Db,
  author: Author,
  courseId: number,
  { meetingId, heldOn }: { meetingId: number; heldOn: Day },
  now: Date,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await linkMeeting(db, author, courseId, meetingId, now);
    const { rows } = await sql`
      update support.courses set stage = 'diagnosis', stage_since = ${now}, version = version + 1,
        opened_on = coalesce(opened_on, ${heldOn})
      where id = ${courseId} and stage = 'request' returning id`.execute(db);
    if (rows.length > 0)
      await db
        .insertInto("support.course_stages")
        .values({ course_id: courseId, stage: "diagnosis", at: now, moved_by: author.accountId })
        .execute();
  });
}

/** Takes a meeting off a course, and off its goals; it stays in the log. */
export async function unlinkMeeting(
  db: Db,
  author: Author,
  courseId: number,
  meetingId: number,
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await sql`delete from support.goal_meetings where meeting_id = ${meetingId}
      and goal_id in (select id from support.goals where course_id = ${courseId})`.execute(db);
    await db
      .deleteFrom("support.course_meetings")
      .where("meeting_id", "=", meetingId)
      .where("course_id", "=", courseId)
      .execute();
  });
}

/** What comes out of a meeting for its course. */
export interface MeetingNoted {
  meeting: MeetingEntry;
  /** The goals at which it worked, and those that it reached. */
  goalIds: readonly number[];
  reachedIds: readonly number[];
  /** What comes next, from the course as it was seen. */
  next: { step: string; on: string | null; version: number };
}

/** Takes everything back when a colleague said first what comes next. */
class Overtaken extends Error {}

/**
 * Logs a meeting and links it to its course and its goals, all or nothing. A request that is met is under diagnosis. Nothing is
 * done, and false given back, when a colleague changed the course since `next.version` to another next step.
 */
export async function noteMeeting(
  db: Db,
  author: Author,
  courseId: number,
  noted: MeetingNoted,
  now: Date,
): Promise<number | false> {
  try {
    return await writeMeeting(db, author, courseId, noted, now);
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

function writeMeeting(
  db: Db,
  author: Author,
  courseId: number,
  { meeting, goalIds, reachedIds, next }: MeetingNoted,
  now: Date,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const meetingId = await logMeeting(db, author, meeting);
    const worked = [...new Set([...goalIds, ...reachedIds])];
    if (worked.length > 0)
      await sql`
        insert into support.goal_meetings (goal_id, meeting_id)
        select id, ${meetingId} from support.goals
        where course_id = ${courseId} and id = any(${worked}::bigint[]) on conflict do nothing`.execute(db);
    if (reachedIds.length > 0)
      await sql`
        update support.goals set state = 'reached', settled_on = ${meeting.heldOn}, version = version + 1
        where course_id = ${courseId} and state = 'open' and id = any(${[...reachedIds]}::bigint[])`.execute(
        db,
      );
    await setNext(db, courseId, next);
    await serveCourse(db, author, courseId, { meetingId, heldOn: meeting.heldOn }, now);
    return meetingId;
  });
}

async function setNext(db: Db, courseId: number, { step, on, version }: MeetingNoted["next"]) {
  const { rows } = await sql<{ same: boolean; version: number }>`
    select next_step = ${step} and next_step_on is not distinct from ${on}::date as same, version
    from support.courses where id = ${courseId} for update`.execute(db);
  const [course] = rows;
  if (!course || course.same) return;
  if (course.version !== version) throw new Overtaken();
  await db
    .updateTable("support.courses")
    .set({ next_step: step, next_step_on: on, version: sql<number>`version + 1` })
    .where("id", "=", courseId)
    .execute();
}
