import { type RawBuilder, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Reference } from "./queries.references.ts";

/** Rows of a table that name an organisation in a column, by the values of their key as text. */
export interface MovedRows {
  table: string;
  column: string;
  key: string[];
  words: [one: string, many: string];
  rows: string[][];
}

/** What a merge adds or sets aside beside the rows that it moves, each to be taken back. */
export interface Made {
  /** Spellings added to the winner. */
  names: number[];
  /** Pairs told apart because the loser was. */
  apart: number[];
  /** Roles of the loser that were its main contact, the winner having its own. */
  mainContacts: number[];
  /** Where contact points stood. */
  positions: { id: number; position: number }[];
}

const refused = new Set(["23505", "23514", "23P01", "P0001"]); // unique, check, exclusion, a rule of the room by trigger

const keyOf = ({ key }: { key: string[] }) =>
  sql`jsonb_build_array(${sql.join(key.map((name) => sql`${sql.ref(name)}::text`))})`;
const among = (reference: { key: string[] }, rows: readonly string[][]) =>
  sql`${keyOf(reference)} in (select value from jsonb_array_elements(${JSON.stringify(rows)}::jsonb))`;

/**
 * Moves what names `from` in this reference so that it names `to`. What a rule of the table forbids (the other has the same
 * already, or a link would tie an organisation to itself) stays, and so do the rows that `except` names.
 */
export async function moveRows(
  db: Db,
  author: Author,
  reference: Reference,
  { from, to, except = [] }: { from: number; to: number; except?: readonly string[][] },
): Promise<{ moved: string[][]; kept: string[][] }> {
  const { rows } = await sql<{ key: string[] }>`
    select ${keyOf(reference)} as key from ${sql.table(reference.table)} where ${sql.ref(reference.column)} = ${from}
    order by 1`.execute(db);
  const spared = new Set(except.map((key) => JSON.stringify(key)));
  const all = rows.map(({ key }) => key);
  const outcome = { moved: [] as string[][], kept: all.filter((key) => spared.has(JSON.stringify(key))) };
  await moveSome(
    db,
    author,
    reference,
    { from, to },
    all.filter((key) => !spared.has(JSON.stringify(key))),
    outcome,
  );
  return outcome;
}

/** All at once, else by halves: a rule broken by one row refuses the whole statement. */
async function moveSome(
  db: Db,
  author: Author,
  reference: Reference,
  ends: { from: number; to: number },
  rows: readonly string[][],
  outcome: { moved: string[][]; kept: string[][] },
): Promise<void> {
  if (rows.length === 0) return;
  try {
    const moved = await inTransaction(db, author, (db) => setRows(db, reference, rows, ends));
    outcome.moved.push(...moved);
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (rows.length === 1) outcome.kept.push(...rows);
    else {
      const half = Math.ceil(rows.length / 2);
      await moveSome(db, author, reference, ends, rows.slice(0, half), outcome);
      await moveSome(db, author, reference, ends, rows.slice(half), outcome);
    }
  }
}

export const isRefused = (error: unknown) => refused.has((error as { code?: string }).code ?? "");

/** Writes `to` in these rows that still name `from`; gives back their keys, as they are now. */
export async function setRows(
  db: Db,
  { table, column, key }: Pick<MovedRows, "table" | "column" | "key">,
  rows: readonly string[][],
  { from, to }: { from: number; to: number },
): Promise<string[][]> {
  const done = await sql<{ key: string[] }>`
    update ${sql.table(table)} set ${sql.ref(column)} = ${to}
    where ${sql.ref(column)} = ${from} and ${among({ key }, rows)}
    returning ${keyOf({ key })} as key`.execute(db);
  return done.rows.map((row) => row.key);
}

/** Puts columns of an organisation back to what this row says. */
export async function restoreColumns(
  db: Db,
  id: number,
  row: Record<string, unknown>,
  columns: readonly string[],
  beside: RawBuilder<unknown> = sql`version = organisation.version + 1, updated_at = now()`,
) {
  const sets = columns.map((column) => sql`${sql.ref(column)} = kept.${sql.ref(column)}`);
  await sql`
    update directory.organisations organisation set ${sql.join([...sets, beside])}
    from jsonb_populate_record(null::directory.organisations, ${JSON.stringify(row)}::jsonb) kept
    where organisation.id = ${id}`.execute(db);
}
