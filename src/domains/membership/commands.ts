import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

export interface NewMembership {
  organisation_id: number;
  /** The civil year. */
  year: number;
  college_id: number;
  joined_on?: Day | null;
}

/**
 * Adds members in one statement. An organisation that is already a member of the year is left as it is, also when it
 * stands twice in `rows` (the first wins). Gives back how many were added and how many were already there.
 */
export async function addMemberships(
  db: Db,
  author: Author,
  rows: readonly NewMembership[],
  importId: number | null = null,
): Promise<{ added: number; already: number }> {
  if (rows.length === 0) return { added: 0, already: 0 };
  const added = await inTransaction(db, author, (db) =>
    sql`insert into membership.memberships (organisation_id, year, college_id, joined_on, import_id)
      select row.organisation_id, row.year, row.college_id, row.joined_on, ${importId}
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as line (value, place)
      cross join lateral jsonb_to_record(line.value)
        as row (organisation_id bigint, year integer, college_id bigint, joined_on date)
      order by line.place
      on conflict (organisation_id, year) where removed_at is null do nothing`.execute(db),
  );
  const count = Number(added.numAffectedRows ?? 0n);
  return { added: count, already: rows.length - count };
}

/** Adds one member; `already` when the organisation is a member of that year. */
export async function addMember(db: Db, author: Author, membership: NewMembership) {
  const { added } = await addMemberships(db, author, [membership]);
  return added === 1 ? ({ ok: true } as const) : ({ ok: false, refusal: "already" } as const);
}

/** Changes the college and the day of joining of version `version`; `stale` when a colleague changed it first. */
export async function changeMembership(
  db: Db,
  author: Author,
  id: number,
  version: number,
  change: { college_id: number; joined_on: Day | null },
) {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("membership.memberships")
      .set({ ...change, version: version + 1, updated_at: sql`now()` })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n ? ({ ok: true } as const) : ({ ok: false, refusal: "stale" } as const);
}

/** Takes a member off its year; it can be put back. False when it was off already. */
export async function removeMembership(db: Db, author: Author, id: number): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("membership.memberships")
      .set({ removed_at: sql`now()`, version: sql`version + 1` })
      .where("id", "=", id)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Puts a member back; false when the organisation has been added again to that year meanwhile. */
export async function restoreMembership(db: Db, author: Author, id: number): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    sql`update membership.memberships removed set removed_at = null, version = version + 1
      where id = ${id} and removed_at is not null and not exists (
        select from membership.memberships present where present.organisation_id = removed.organisation_id
          and present.year = removed.year and present.removed_at is null)`.execute(db),
  );
  return done.numAffectedRows === 1n;
}
