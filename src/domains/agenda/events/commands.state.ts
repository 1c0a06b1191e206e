import { sql } from "kysely";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { tellRegistered } from "../registrations/letters/commands.ts";
import { nextSequence, nextVersion } from "./commands.sessions.ts";
import { countExpected } from "./queries.expected.ts";

/** Announces a draft; false when it was announced already, or is deleted. What an actor proposed is decided with its proposal. */
export const publishEvent = (db: Db, author: Author, id: number): Promise<boolean> =>
  inTransaction(db, author, (db) => setStatus(db, id, "published"));

/**
 * Takes what was announced back to draft: it leaves the site. Refused, with how many they are, while people are to come to it:
 * cancelled, it tells them. `changed` is false when it was a draft already.
 */
export async function withdrawEvent(
  db: Db,
  author: Author,
  id: number,
  now: Date,
): Promise<{ ok: true; changed: boolean } | { ok: false; expected: number }> {
  return inTransaction(db, author, async (db) => {
    const expected = await countExpected(db, { eventId: id, today: dayInParis(now) });
    if (expected > 0) return { ok: false, expected };
    return { ok: true, changed: await setStatus(db, id, "draft") };
  });
}

async function setStatus(db: Db, id: number, to: "published" | "draft"): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("agenda.events")
    .set({ status: to, ...nextVersion })
    .where("id", "=", id)
    .where("status", "=", to === "published" ? "draft" : "published")
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Cancels an event, all its dates with it, and says why to everyone; false when it was already. */
export async function cancelEvent(
  db: Db,
  author: Author,
  id: number,
  { why, now }: { why: string; now: Date },
): Promise<boolean> {
  return setCancelled(db, author, id, now, why);
}

/** Says that it is held after all; the dates that were cancelled one by one stay so. */
export async function reinstateEvent(db: Db, author: Author, id: number): Promise<boolean> {
  return setCancelled(db, author, id, null, "");
}

async function setCancelled(
  db: Db,
  author: Author,
  id: number,
  cancelled_at: Date | null,
  cancelled_why: string,
) {
  return inTransaction(db, author, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable("agenda.events")
      .set({ cancelled_at, cancelled_why, ...nextVersion })
      .where("id", "=", id)
      .where("cancelled_at", cancelled_at ? "is" : "is not", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await tellCalendars(db, id);
    await tellRegistered(db, author, id, { what: cancelled_at ? "cancelled" : "restored" });
    return true;
  });
}

/**
 * Deletes an event: its dates leave every list and count with it. Refused, with how many they are, while people are to come to
 * it: cancelled, it tells them. Twice is once.
 */
export async function removeEvent(
  db: Db,
  author: Author,
  id: number,
  now: Date,
): Promise<{ ok: true } | { ok: false; expected: number }> {
  return inTransaction(db, author, async (db) => {
    const expected = await countExpected(db, { eventId: id, today: dayInParis(now) });
    if (expected > 0) return { ok: false, expected };
    await setRemoved(db, id, now);
    return { ok: true };
  });
}

/** Puts a deleted event back. Twice is once. */
export const restoreEvent = (db: Db, author: Author, id: number): Promise<void> =>
  inTransaction(db, author, (db) => setRemoved(db, id, null));

async function setRemoved(db: Db, id: number, removed_at: Date | null) {
  const { numUpdatedRows } = await db
    .updateTable("agenda.events")
    .set({ removed_at, ...nextVersion })
    .where("id", "=", id)
    .where("removed_at", removed_at ? "is" : "is not", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await tellCalendars(db, id);
}

/** Each date of the event changes state with it. */
async function tellCalendars(db: Db, event_id: number) {
  await db
    .updateTable("agenda.sessions")
    .set({ ...nextSequence, updated_at: sql<Date>`now()` })
    .where("event_id", "=", event_id)
    .where("removed_at", "is", null)
    .execute();
}

/** Gives an event a picture, or takes it away (`null`), with the words for those who do not see it. */
export async function setPicture(
  db: Db,
  author: Author,
  id: number,
  picture: { fileId: string; text: string } | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("agenda.events")
      .set({ picture_file_id: picture?.fileId ?? null, picture_text: picture?.text ?? "", ...nextVersion })
      .where("id", "=", id)
      .execute(),
  );
}
