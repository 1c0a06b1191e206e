import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Mode } from "./texts.ts";
/** What is offered, as typed. */
export interface OpeningEntry {
  weekday: number | null;
  everyWeeks: number;
  heldOn: string | null;
  startsAt: string;
  endsAt: string;
  slotMinutes: number;
  mode: Mode;
  officeId: number | null;
  place: string;
  onlineUrl: string;
  fromOn: string;
  toOn: string | null;
}

const openingColumns = (entry: OpeningEntry) => ({
  weekday: entry.weekday,
  every_weeks: entry.everyWeeks,
  held_on: entry.heldOn,
  starts_at: entry.startsAt,
  ends_at: entry.endsAt,
  slot_minutes: entry.slotMinutes,
  mode: entry.mode,
  office_id: entry.officeId,
  place: entry.place,
  online_url: entry.onlineUrl,
  from_on: entry.fromOn,
  to_on: entry.toOn,
});

/** Offers slots; the number of the opening. */
export async function addOpening(
  db: Db,
  author: Author,
  hostId: number,
  entry: OpeningEntry,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("support.openings")
      .values({ host_id: hostId, ...openingColumns(entry) })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Changes an opening that is still at `version`; what was booked in it stays as it is. */
export async function changeOpening(
  db: Db,
  author: Author,
  { hostId, id, version }: { hostId: number; id: number; version: number },
  entry: OpeningEntry,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.openings")
      .set({ ...openingColumns(entry), removed_at: null, ...next })
      .where("id", "=", id)
      .where("host_id", "=", hostId)
      .where("version", "=", version)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Offers these slots no more, or again (`removedAt` null); what was booked in them stays. */
export async function setOpeningRemoved(
  db: Db,
  author: Author,
  { hostId, id }: { hostId: number; id: number },
  removedAt: Date | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.openings")
      .set({ removed_at: removedAt, ...next })
      .where("id", "=", id)
      .where("host_id", "=", hostId)
      .where("removed_at", removedAt ? "is" : "is not", null)
      .execute(),
  );
}

/** Days when nothing is offered. */
export async function addAbsence(
  db: Db,
  author: Author,
  hostId: number,
  absence: { fromOn: string; toOn: string; why: string },
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("support.absences")
      .values({ host_id: hostId, from_on: absence.fromOn, to_on: absence.toOn, why: absence.why })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

export async function removeAbsence(db: Db, author: Author, hostId: number, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db.deleteFrom("support.absences").where("id", "=", id).where("host_id", "=", hostId).execute(),
  );
}

const next = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };
