import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

export interface OfficeEntry {
  name: string;
  communeCode: string;
  address: string;
  openedOn: Day | null;
  /** The last day when it is open. */
  closedOn: Day | null;
}

const row = ({ name, communeCode, address, openedOn, closedOn }: OfficeEntry) => ({
  name,
  commune_code: communeCode,
  address,
  opened_on: openedOn,
  closed_on: closedOn,
});

/** Opens an office; its number. Meetings of its commune held while it is open are no trips, those of the past included. */
export async function addOffice(db: Db, author: Author, entry: OfficeEntry): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const added = await db
      .insertInto("territory.offices")
      .values(row(entry))
      .returning("id")
      .executeTakeFirstOrThrow();
    return added.id;
  });
}

/** Changes or closes an office, from the `version` that was read; false when a colleague changed it since. */
export async function saveOffice(
  db: Db,
  author: Author,
  id: number,
  version: number,
  entry: OfficeEntry,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable("territory.offices")
      .set((line) => ({ ...row(entry), version: line("version", "+", 1) }))
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  });
}
