import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { SessionFacts } from "./rules.ts";

/** What is said of a training, apart from its dates. */
export interface TrainingEntry {
  title: string;
  description: string;
  /** Whether the public list shows it. */
  visibility: "listed" | "internal";
}

/** Adds a training with its first session; its number. */
export async function addTraining(
  db: Db,
  author: Author,
  entry: TrainingEntry,
  session: SessionFacts,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("agenda.events")
      .values({ ...entry, training: true })
      .returning("id")
      .executeTakeFirstOrThrow();
    await addSession(db, author, id, session);
    return id;
  });
}

/** Adds a session to a training; its number. */
export async function addSession(
  db: Db,
  author: Author,
  event_id: number,
  session: SessionFacts,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("agenda.sessions")
      .values({ event_id, ...columnsOf(session) })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

export type ChangeOutcome = { ok: true } | { ok: false; refusal: "changed_meanwhile" };
const outcomeOf = ({ numUpdatedRows }: { numUpdatedRows: bigint }): ChangeOutcome =>
  numUpdatedRows > 0n ? { ok: true } : { ok: false, refusal: "changed_meanwhile" };

/** Replaces what is said of a training, unless it is no longer at `version`; one seen as deleted is put back by it. */
export async function changeTraining(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: TrainingEntry,
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) =>
    outcomeOf(
      await db
        .updateTable("agenda.events")
        .set({ ...entry, ...nextVersion, removed_at: null })
        .where("id", "=", id)
        .where("version", "=", version)
        .executeTakeFirst(),
    ),
  );
}

/** Replaces what is said of a session, unless it is no longer at `version`; one seen as deleted is put back by it. */
export async function changeSession(
  db: Db,
  author: Author,
  id: number,
  version: number,
  session: SessionFacts,
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) =>
    outcomeOf(
      await db
        .updateTable("agenda.sessions")
        .set({ ...columnsOf(session), ...nextVersion, removed_at: null })
        .where("id", "=", id)
        .where("version", "=", version)
        .executeTakeFirst(),
    ),
  );
}

type Removable = "agenda.events" | "agenda.sessions";

/** Deletes a training (its sessions leave every list and count with it) or one session. Twice is once. */
export async function remove(db: Db, author: Author, table: Removable, id: number, now: Date): Promise<void> {
  await setRemoved(db, author, table, id, now);
}

/** Puts a deleted training or session back. */
export async function restore(db: Db, author: Author, table: Removable, id: number): Promise<void> {
  await setRemoved(db, author, table, id, null);
}

async function setRemoved(db: Db, author: Author, table: Removable, id: number, removed_at: Date | null) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable(table)
      .set({ removed_at, ...nextVersion })
      .where("id", "=", id)
      .where("removed_at", removed_at ? "is" : "is not", null)
      .execute(),
  );
}

const nextVersion = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };

const columnsOf = (session: SessionFacts) => ({
  starts_on: session.startsOn,
  ends_on: session.endsOn === session.startsOn ? null : session.endsOn,
  duration_minutes: session.durationMinutes,
  participants: session.participants,
  online: session.online,
  place: session.place,
  commune_code: session.communeCode,
});
