import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { writeOrganisations, writePeople, writePlaces, writeStaff } from "./commands.lines.ts";
import { logMeetings } from "./commands.many.ts";
import type { MeetingFacts, MeetingHeadings, MetOrganisation, MetPerson } from "./rules.ts";

/** All that a person says of a meeting. What is left out of the last three stays as it is; on a new meeting, it is nothing. */
export interface MeetingEntry extends MeetingFacts, Partial<MeetingHeadings> {
  organisations: readonly MetOrganisation[];
  /** For staff only. */
  notes: string;
  /** The accounts of the team that were there: the hours are theirs. Nobody said: they are the author's. */
  staff?: readonly string[];
  /** Who was met, one by one; for staff only. */
  people?: readonly MetPerson[];
  /** Meetings logged together because they come back bear the same. */
  seriesId?: string;
}

/**
 * Logs a meeting in its author's name; its number. What it belongs to (an event, a course of support) is kept by the room
 * that calls, in the same transaction. Throws when a type, a heading, an account or a person is none.
 */
export async function logMeeting(db: Db, author: Author, entry: MeetingEntry): Promise<number> {
  const [id] = await logMeetings(db, author, [entry]);
  return id ?? 0;
}

export type ChangeOutcome = { ok: true } | { ok: false; refusal: "changed_meanwhile" };

/**
 * Replaces what is said of a meeting, unless it is no longer at `version`: a colleague changed or deleted it first. One
 * that was deleted, seen as such, is put back by it.
 */
export async function changeMeeting(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: MeetingEntry,
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) => {
    const changed = await db
      .updateTable("activities.meetings")
      .set({ ...columnsOf(entry), ...nextVersion, removed_at: null })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return { ok: false, refusal: "changed_meanwhile" };
    await writeLines(db, id, entry);
    return { ok: true };
  });
}

/** Deletes a meeting: it leaves every count and list at once, and can be put back. Twice is once. */
export async function removeMeeting(db: Db, author: Author, id: number, now: Date): Promise<void> {
  await setRemoved(db, author, id, now);
}

/** Puts a deleted meeting back. */
export async function restoreMeeting(db: Db, author: Author, id: number): Promise<void> {
  await setRemoved(db, author, id, null);
}

async function setRemoved(db: Db, author: Author, id: number, removed_at: Date | null) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("activities.meetings")
      .set({ removed_at, ...nextVersion })
      .where("id", "=", id)
      .where("removed_at", removed_at ? "is" : "is not", null)
      .execute(),
  );
}

async function writeLines(db: Db, id: number, entry: MeetingEntry) {
  await writePlaces(db, id, entry.places);
  await writeOrganisations(db, id, entry.organisations);
  if (entry.staff) await writeStaff(db, id, entry.staff);
  if (entry.people) await writePeople(db, id, entry.people);
}

const nextVersion = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };

const columnsOf = (entry: MeetingEntry) => ({
  subject: entry.subject,
  type_id: entry.typeId,
  held_on: entry.heldOn,
  duration_minutes: entry.durationMinutes,
  participants: entry.participants,
  online: entry.online,
  notes: entry.notes,
  pole_id: entry.poleId,
  axis_id: entry.axisId,
  mission_id: entry.missionId,
  scheme_id: entry.schemeId,
  series_id: entry.seriesId,
});
