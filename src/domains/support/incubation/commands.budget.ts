import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { next } from "./commands.ts";
import type { LineKind } from "./rules.ts";

/** A line of the budget of a cohort, in whole cents. */
export interface LineEntry {
  kind: LineKind;
  label: string;
  plannedCents: number;
  realisedCents: number;
  funder: string;
  organisationId: number | null;
}

export async function addLine(db: Db, author: Author, cohortId: number, entry: LineEntry): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("support.cohort_budget_lines")
      .values({ cohort_id: cohortId, ...columnsOf(entry) })
      .execute(),
  );
}

/** False when a colleague changed or deleted it since `version`. */
export async function changeLine(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: LineEntry,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_budget_lines")
      .set({ ...columnsOf(entry), ...next })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Deletes a line, or puts it back. */
export async function setLineRemoved(
  db: Db,
  author: Author,
  { cohortId, id }: { cohortId: number; id: number },
  removedAt: Date | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_budget_lines")
      .set({ removed_at: removedAt, ...next })
      .where("id", "=", id)
      .where("cohort_id", "=", cohortId)
      .execute(),
  );
}

const columnsOf = (entry: LineEntry) => ({
  kind: entry.kind,
  label: entry.label,
  planned_cents: entry.plannedCents,
  realised_cents: entry.realisedCents,
  funder: entry.funder,
  organisation_id: entry.organisationId,
});
