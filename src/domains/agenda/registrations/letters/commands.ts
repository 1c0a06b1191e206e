import { type RawBuilder, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeJob } from "../job-name.ts";
import { type Audience, delayMinutes, type EventNews } from "./rules.ts";

/**
 * Has all those registered at an event told what happened to it: to be called in the transaction that cancels, moves or puts it
 * back. Each is written to once, by a job, a few minutes later: what is taken back before, or said again, is written to nobody
 * twice. Nothing is said of an event that nobody is registered at.
 */
export function tellRegistered(db: Db, author: Author, eventId: number, news: EventNews): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const sessionId = "sessionId" in news && !(await isSeries(db, eventId)) ? news.sessionId : null;
    const kind = news.what !== "cancelled_session" ? news.what : sessionId === null ? "moved" : "cancelled";
    const withdrawn = await withdrawWaiting(db, eventId, sessionId);
    // Cancelled then put back before anyone knew: there is nothing to say.
    if (kind === "restored" && withdrawn > 0) return;
    await sql`
      insert into agenda.announcements (event_id, session_id, kind, due_at, created_by)
      select ${eventId}, ${sessionId}, ${kind}, now() + make_interval(mins => ${delayMinutes}), ${author.accountId}
      where exists (select from agenda.registrations where event_id = ${eventId} and state <> 'cancelled')`.execute(
      db,
    );
  });
}

/** The sessions of a series are told together: what remains of them is in one letter, however many moved. */
async function isSeries(db: Db, eventId: number): Promise<boolean> {
  const event = await db
    .selectFrom("agenda.events")
    .select("series")
    .where("id", "=", eventId)
    .executeTakeFirstOrThrow();
  return event.series;
}

async function withdrawWaiting(db: Db, eventId: number, sessionId: number | null): Promise<number> {
  const { numAffectedRows } = await sql`
    update agenda.announcements set withdrawn_at = now()
    where event_id = ${eventId} and session_id is not distinct from ${sessionId} and done_at is null
      and withdrawn_at is null and kind in ('cancelled', 'moved', 'restored') and due_at > now()`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** A letter of the team to those of an event. */
export interface NewAnnouncement {
  eventId: number;
  kind: "note" | "thanks" | "missed";
  audience: Audience;
  subject: string;
  text: string;
  /** With the certificate of each, signed by `signer`. */
  certificate: boolean;
  signer: string;
  /** With the link by which each gives their opinion. */
  satisfaction: boolean;
}

/** Hands a letter over to the job that writes it to each, a few minutes later; gives its number. */
export function addAnnouncement(
  db: Db,
  author: Author,
  { eventId, ...said }: NewAnnouncement,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("agenda.announcements")
      .values({
        event_id: eventId,
        ...said,
        due_at: sql<Date>`now() + make_interval(mins => ${delayMinutes})`,
        created_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Takes a letter back before it is written; false when it is too late. */
export const withdrawAnnouncement = (db: Db, author: Author, eventId: number, id: number): Promise<boolean> =>
  inTransaction(db, author, (db) => changeWaiting(db, eventId, id, sql`withdrawn_at = now()`));

/** Has a letter written at once, by its job, without the time to think again; false when it is too late. */
export const hastenAnnouncement = (
  db: Db,
  author: Author,
  jobs: Jobs,
  eventId: number,
  id: number,
): Promise<boolean> =>
  inTransaction(db, author, async (db) => {
    const done = await changeWaiting(db, eventId, id, sql`due_at = now()`);
    if (done) await jobs.enqueue(db, writeJob, {});
    return done;
  });

async function changeWaiting(db: Db, eventId: number, id: number, set: RawBuilder<unknown>) {
  const done = await sql`update agenda.announcements set ${set}
    where id = ${id} and event_id = ${eventId} and done_at is null and withdrawn_at is null and due_at > now()`.execute(
    db,
  );
  return done.numAffectedRows === 1n;
}
