import { sql } from "kysely";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { tellRegistered } from "../registrations/letters/commands.ts";
import type { ChangeOutcome } from "./commands.ts";
import type { SessionEntry } from "./entry.ts";
import { countExpected } from "./queries.expected.ts";
import type { SessionRecord } from "./queries.ts";
import { hourOf, movedFrom } from "./rules.times.ts";

/** Adds dates to an event; their numbers. */
export async function addSessions(
  db: Db,
  author: Author,
  event_id: number,
  sessions: readonly SessionEntry[],
): Promise<number[]> {
  if (sessions.length === 0) return [];
  return inTransaction(db, author, async (db) => {
    const rows = await db
      .insertInto("agenda.sessions")
      .values(sessions.map((session) => ({ event_id, ...columnsOf(session) })))
      .returning("id")
      .execute();
    return rows.map(({ id }) => id);
  });
}

/** What people were told of a date: when it changes, so does the calendar of those who have it. */
const isAnnouncedOtherwise = (before: SessionRecord, after: SessionEntry) =>
  before.starts_on !== after.startsOn ||
  (before.ends_on ?? before.starts_on) !== (after.endsOn ?? after.startsOn) ||
  hourOf(before.starts_at) !== hourOf(after.startsAt) ||
  hourOf(before.ends_at) !== hourOf(after.endsAt) ||
  before.place !== after.place ||
  before.address !== after.address ||
  before.online !== after.online ||
  before.title !== after.title;

/**
 * Replaces what is said of a date, unless it is no longer at the version of `before`. `announce`: a new day or hour is a move,
 * and the first date announced goes on being said; else it corrects a mistake. One seen as deleted is put back by it. The
 * sequence of its calendar entry rises when what people were told of it changes.
 */
export async function changeSession(
  db: Db,
  author: Author,
  before: SessionRecord,
  session: SessionEntry,
  { announce, now }: { announce: boolean; now: Date },
): Promise<ChangeOutcome> {
  const moves =
    before.starts_on !== session.startsOn || hourOf(before.starts_at) !== hourOf(session.startsAt);
  const told = isAnnouncedOtherwise(before, session) || before.removed_at !== null;
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("agenda.sessions")
      .set({
        ...columnsOf(session),
        ...(moves && announce ? { ...movedFrom(before, session), moved_at: now } : {}),
        ...nextVersion,
        ...(told ? nextSequence : {}),
        removed_at: null,
      })
      .where("id", "=", before.id)
      .where("version", "=", before.version)
      .returning("event_id")
      .executeTakeFirst();
    if (!changed) return { ok: false, refusal: "changed_meanwhile" };
    if (announce && told && before.removed_at === null)
      await tellRegistered(db, author, changed.event_id, { what: "moved", sessionId: before.id });
    return { ok: true };
  });
}

/** Says that a date is cancelled, or is held after all (`null`); false when it was so already. */
export async function cancelSession(
  db: Db,
  author: Author,
  id: number,
  cancelled_at: Date | null,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("agenda.sessions")
      .set({ cancelled_at, ...nextVersion, ...nextSequence })
      .where("id", "=", id)
      .where("cancelled_at", cancelled_at ? "is" : "is not", null)
      .returning("event_id")
      .executeTakeFirst();
    if (!changed) return false;
    const what = cancelled_at ? "cancelled_session" : "moved";
    await tellRegistered(db, author, changed.event_id, { what, sessionId: id });
    return true;
  });
}

/**
 * Deletes a date: it leaves every list and count. Refused, with how many they are, while people are to come that day:
 * cancelled, it tells them. Twice is once.
 */
export async function removeSession(
  db: Db,
  author: Author,
  { id, eventId, now }: { id: number; eventId: number; now: Date },
): Promise<{ ok: true } | { ok: false; expected: number }> {
  return inTransaction(db, author, async (db) => {
    const expected = await countExpected(db, { eventId, sessionId: id, today: dayInParis(now) });
    if (expected > 0) return { ok: false, expected };
    await setRemoved(db, id, now);
    return { ok: true };
  });
}

/** Puts a deleted date back. Twice is once. */
export const restoreSession = (db: Db, author: Author, id: number): Promise<void> =>
  inTransaction(db, author, (db) => setRemoved(db, id, null));

async function setRemoved(db: Db, id: number, removed_at: Date | null) {
  await db
    .updateTable("agenda.sessions")
    .set({ removed_at, ...nextVersion, ...nextSequence })
    .where("id", "=", id)
    .where("removed_at", removed_at ? "is" : "is not", null)
    .execute();
}

export const nextVersion = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };
/** RFC 5545, 3.8.7.4: a calendar takes an entry again only when its sequence rises. */
export const nextSequence = { sequence: sql<number>`sequence + 1` };

const columnsOf = (session: SessionEntry) => ({
  title: session.title,
  starts_on: session.startsOn,
  ends_on: session.endsOn === session.startsOn ? null : session.endsOn,
  starts_at: session.startsAt,
  ends_at: session.endsAt,
  duration_minutes: session.durationMinutes,
  participants: session.participants,
  online: session.online,
  online_url: session.onlineUrl,
  place: session.place,
  address: session.address,
  commune_code: session.communeCode,
});
