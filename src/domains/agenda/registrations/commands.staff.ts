import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/**
 * Lets someone pass before all others who wait; gives their rank before, to be put back. Undefined when they do not wait.
 */
export function moveToHead(db: Db, author: Author, eventId: number, id: number): Promise<number | undefined> {
  return inTransaction(db, author, async (db) => {
    await sql`select from agenda.events where id = ${eventId} for no key update`.execute(db);
    const { rows } = await sql<{ before: number }>`
      update agenda.registrations registration
      set rank = head.rank - 1, version = version + 1, updated_at = now()
      from (select mine.id, mine.rank as before, other.rank, other.id as first
            from agenda.registrations mine
            join agenda.registrations other on other.event_id = mine.event_id and other.state = 'waiting'
              and other.session_id is not distinct from mine.session_id
            where mine.id = ${id} and mine.event_id = ${eventId} and mine.state = 'waiting'
            order by other.rank, other.id limit 1) head
      where registration.id = head.id and head.first <> head.id
      returning head.before`.execute(db);
    return rows[0]?.before;
  });
}

/** Puts someone who waits back at a rank that they had. */
export async function moveBack(
  db: Db,
  author: Author,
  eventId: number,
  id: number,
  rank: number,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("agenda.registrations")
      .set({ rank, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("event_id", "=", eventId)
      .where("state", "=", "waiting")
      .execute(),
  );
}

/**
 * Notes that a registration is paid, and how. The only place that does: whoever receives money (the team today, an online
 * payment) calls it. False when it was already.
 */
export async function notePayment(
  db: Db,
  author: Author,
  { id, eventId, how }: { id: number; eventId: number; how: string },
  now: Date,
): Promise<boolean> {
  return setPaid(db, author, { id, eventId, from: "is" }, { paid_at: now, paid_how: how });
}

/** Takes a payment back. False when there was none. */
export const forgetPayment = (db: Db, author: Author, { id, eventId }: { id: number; eventId: number }) =>
  setPaid(db, author, { id, eventId, from: "is not" }, { paid_at: null, paid_how: "" });

async function setPaid(
  db: Db,
  author: Author,
  { id, eventId, from }: { id: number; eventId: number; from: "is" | "is not" },
  set: { paid_at: Date | null; paid_how: string },
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("agenda.registrations")
      .set({ ...set, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("event_id", "=", eventId)
      .where("paid_at", from, null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Makes the personal link open nothing more; the next letter gives another. */
export async function renewLink(db: Db, author: Author, eventId: number, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("agenda.registrations")
      .set({ link: sql<number>`link + 1`, version: sql<number>`version + 1` })
      .where("id", "=", id)
      .where("event_id", "=", eventId)
      .execute(),
  );
}
