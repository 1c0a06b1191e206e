import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { next } from "./commands.ts";
import type { Stay } from "./queries.stay.ts";
import type { StayOutcome } from "./rules.ts";

/** Has organisations enter a cohort on a day; those that are in it already stay as they are. How many entered. */
export async function enterCohort(
  db: Db,
  author: Author,
  cohortId: number,
  organisationIds: readonly number[],
  enteredOn: Day,
): Promise<number> {
  const done = await inTransaction(db, author, (db) =>
    sql`
      insert into support.cohort_stays (cohort_id, organisation_id, entered_on)
      select ${cohortId}, organisation_id, ${enteredOn}::date
      from unnest(${[...new Set(organisationIds)]}::bigint[]) organisation_id
      on conflict (cohort_id, organisation_id) where removed_at is null do nothing`.execute(db),
  );
  return Number(done.numAffectedRows ?? 0n);
}

/** Changes the day of an entry; false when a colleague changed it since `version`. */
export const changeEntry = (db: Db, author: Author, id: number, version: number, entered_on: Day) =>
  setStay(db, author, id, version, { entered_on });

/** Notes that an organisation leaves, and how; false when a colleague changed it since `version`. */
export const leaveCohort = (
  db: Db,
  author: Author,
  id: number,
  version: number,
  { on, outcome, reason }: { on: Day; outcome: StayOutcome; reason: string },
) => setStay(db, author, id, version, { left_on: on, outcome, reason });

async function setStay(
  db: Db,
  author: Author,
  id: number,
  version: number,
  columns: { entered_on?: Day; left_on?: Day; outcome?: StayOutcome; reason?: string },
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_stays")
      .set({ ...columns, ...next })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** The organisation is in the cohort again, as if it had not left. */
export async function comeBack(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_stays")
      .set({ left_on: null, outcome: null, reason: "", ...next })
      .where("id", "=", id)
      .where("left_on", "is not", null)
      .execute(),
  );
}

/** Takes an organisation out of a cohort as if it had never entered, or puts it back unless it entered again meanwhile. */
export async function setStayRemoved(
  db: Db,
  author: Author,
  stay: Stay,
  removedAt: Date | null,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    sql`
      update support.cohort_stays stay set removed_at = ${removedAt}, version = version + 1, updated_at = now()
      where id = ${stay.id} and (${removedAt}::timestamptz is not null or not exists (
        select from support.cohort_stays other where other.cohort_id = stay.cohort_id
          and other.organisation_id = stay.organisation_id and other.removed_at is null))`.execute(db),
  );
  return done.numAffectedRows === 1n;
}
