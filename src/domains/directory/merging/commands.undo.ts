import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { isRefused, type MovedRows, restoreColumns, setRows } from "./commands.move.ts";
import { lockBoth } from "./commands.ts";
import { findMerge, type Merge } from "./queries.ts";

type Row = Record<string, unknown>;

/**
 * `undone`: already taken back. `chained`: the card that was kept is itself merged since, or the other leads elsewhere.
 * `changed`: these columns of the card were changed since. `taken`: a third card has an identifier by now. `blocked`: a
 * row can no longer go back.
 */
export type UndoOutcome =
  | { ok: true; missing: number }
  | { ok: false; refusal: "undone" | "chained" | "taken" | "blocked" }
  | { ok: false; refusal: "changed"; columns: string[] };

/** What changes by itself in a row, or is written apart. */
const apart = new Set(["version", "updated_at", "facts", "custom", "key", "loose_key", "acronym_key"]);
const derived = /^counted_/;

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * Takes a merge back: every row that it moved and that still stands there goes back, both cards are as they were. Refused
 * as a whole when what it wrote was changed since. `missing`: rows that are no longer there to go back.
 */
export async function undoMerge(db: Db, author: Author, mergeId: number): Promise<UndoOutcome> {
  try {
    return await inTransaction(db, author, async (db): Promise<UndoOutcome> => {
      await sql`select from directory.merges where id = ${mergeId} for update`.execute(db);
      const merge = await findMerge(db, mergeId);
      if (!merge || merge.undone_at) return { ok: false, refusal: "undone" };
      const now = await lockBoth(db, merge.winner_id, merge.loser_id);
      const [winner, loser] = [now.get(merge.winner_id) ?? {}, now.get(merge.loser_id) ?? {}];
      if (winner["merged_into_id"] || loser["merged_into_id"] !== merge.winner_id)
        return { ok: false, refusal: "chained" };
      const written = writtenBy(merge);
      const columns = [
        ...written.columns.filter((column) => !same(winner[column], merge.winner_after[column])),
        ...written.custom
          .filter((code) => !same(customOf(winner)[code], customOf(merge.winner_after)[code]))
          .map((code) => `custom.${code}`),
      ];
      if (columns.length > 0) return { ok: false, refusal: "changed", columns };
      await sql`set constraints all immediate`.execute(db);
      await takeBackMade(db, merge);
      const missing = await moveBack(db, merge);
      await restoreWinner(db, merge, winner, written);
      await restoreColumns(db, merge.loser_id, merge.loser_before, [
        "status",
        "archived_from",
        "merged_into_id",
      ]);
      await db
        .updateTable("directory.merges")
        .set({ undone_by: author.accountId, undone_at: sql`now()` })
        .where("id", "=", mergeId)
        .execute();
      return { ok: true, missing };
    });
  } catch (error) {
    if ((error as { constraint?: string }).constraint?.startsWith("organisations_"))
      return { ok: false, refusal: "taken" };
    if (isRefused(error)) return { ok: false, refusal: "blocked" };
    throw error;
  }
}

const customOf = (row: Row) => (row["custom"] ?? {}) as Row;

/** What the merge wrote in the winner: its columns, and its custom fields by code. */
function writtenBy({ winner_before: before, winner_after: after }: Merge) {
  const columns = Object.keys(after).filter(
    (column) => !apart.has(column) && !derived.test(column) && !same(before[column], after[column]),
  );
  const codes = new Set([...Object.keys(customOf(before)), ...Object.keys(customOf(after))]);
  const custom = [...codes].filter((code) => !same(customOf(before)[code], customOf(after)[code]));
  return { columns, custom };
}

async function takeBackMade(db: Db, { made }: Merge) {
  await sql`delete from directory.names where id = any(${made.names}::bigint[])`.execute(db);
  await sql`delete from directory.told_apart where id = any(${made.apart}::bigint[])`.execute(db);
}

/** Rows go back in the order opposite to that in which they came; then main contacts and the order of contact points. */
async function moveBack(db: Db, merge: Merge): Promise<number> {
  let missing = 0;
  for (const moved of [...merge.moved].reverse()) missing += await moveOneBack(db, merge, moved);
  await sql`update directory.roles set main_contact = true where id = any(${merge.made.mainContacts}::bigint[])`.execute(
    db,
  );
  await sql`
    update directory.contact_points point set position = stood.position
    from jsonb_to_recordset(${JSON.stringify(merge.made.positions)}::jsonb) as stood (id bigint, position integer)
    where point.id = stood.id`.execute(db);
  return missing;
}

async function moveOneBack(
  db: Db,
  { winner_id: from, loser_id: to }: Merge,
  moved: MovedRows,
): Promise<number> {
  const back = await setRows(db, moved, moved.rows, { from, to });
  return moved.rows.length - back.length;
}

/** The columns first, whose facts are noted by trigger; then the facts themselves, as they were. */
async function restoreWinner(
  db: Db,
  { winner_id: id, winner_before: before }: Merge,
  now: Row,
  { columns, custom }: { columns: string[]; custom: string[] },
) {
  const kept = Object.fromEntries(Object.entries(customOf(now)).filter(([code]) => !custom.includes(code)));
  const given = Object.fromEntries(
    custom.flatMap((code) => (code in customOf(before) ? [[code, customOf(before)[code]]] : [])),
  );
  await restoreColumns(db, id, { ...before, custom: { ...kept, ...given } }, [...columns, "custom"]);
  const facts = { ...((now["facts"] ?? {}) as Row) };
  const old = (before["facts"] ?? {}) as Row;
  for (const key of [...columns, ...custom.map((code) => `custom.${code}`)])
    if (key in old) facts[key] = old[key];
    else delete facts[key];
  await restoreColumns(db, id, { facts }, ["facts"], sql`updated_at = now()`);
}
