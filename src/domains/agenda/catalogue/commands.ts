import { sql } from "kysely";
import { ensureTerm } from "#domains/vocabularies/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Nature } from "../events/entry.ts";

/** All that a person says of a module. */
export interface ModuleEntry {
  title: string;
  cycleId: number | null;
  /** A cycle that the list may not have yet: it is added to it. */
  newCycle: string;
  nature: Nature | null;
  durationMinutes: number | null;
  objectives: string;
  contents: string;
  audience: string;
  prerequisites: string;
}

/** Adds a module at the end of its cycle; its number. */
export async function addModule(db: Db, author: Author, entry: ModuleEntry): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const cycle_id = await cycleOf(db, author, entry);
    const { id } = await db
      .insertInto("agenda.modules")
      .values({ ...columnsOf(entry), cycle_id, position: nextPosition(cycle_id) })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Replaces what is said of a module, unless it is no longer at `version`. */
export async function changeModule(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: ModuleEntry,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const cycle_id = await cycleOf(db, author, entry);
    const { numUpdatedRows } = await db
      .updateTable("agenda.modules")
      .set({ ...columnsOf(entry), cycle_id, ...nextVersion })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/** Takes a module out of the catalogue, or puts it back (`null`); the trainings that taught it go on saying so. */
export async function retireModule(
  db: Db,
  author: Author,
  id: number,
  retired_at: Date | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("agenda.modules")
      .set({ retired_at, ...nextVersion })
      .where("id", "=", id)
      .where("retired_at", retired_at ? "is" : "is not", null)
      .execute(),
  );
}

async function cycleOf(db: Db, author: Author, { cycleId, newCycle }: ModuleEntry): Promise<number | null> {
  return newCycle ? ensureTerm(db, author, "training_cycles", newCycle) : cycleId;
}

const nextPosition = (cycleId: number | null) =>
  sql<number>`(select coalesce(max(position), 0) + 1 from agenda.modules where cycle_id is not distinct from ${cycleId}::bigint)`;
const nextVersion = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };

const columnsOf = (entry: ModuleEntry) => ({
  title: entry.title,
  nature: entry.nature,
  duration_minutes: entry.durationMinutes,
  objectives: entry.objectives,
  contents: entry.contents,
  audience: entry.audience,
  prerequisites: entry.prerequisites,
});
