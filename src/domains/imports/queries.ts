import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Candidate, Remark } from "#platform/spreadsheets/import-kind.ts";
import { countsSchema, mappingSchema, optionsSchema, type RowFilter, type State, states } from "./rules.ts";

interface Page {
  limit: number;
  offset: number;
}

const stateOf = (text: string): State => states.find((state) => state === text) ?? "failed";

export async function findImport(db: Db, id: number) {
  const row = await db
    .selectFrom("imports.imports as one")
    .leftJoin("imports.progress as progress", "progress.import_id", "one.id")
    .select(["one.id", "file_id", "file_name", "kind", "headings", "headings_line", "mapping", "options"])
    .select(["one.state", "counts", "error", "created_by", "run_by", "created_at", "finished_at"])
    .select(["progress.done", "progress.total"])
    .where("one.id", "=", id)
    .executeTakeFirst();
  return row && { ...row, ...parsed(row) };
}

export type Import = NonNullable<Awaited<ReturnType<typeof findImport>>>;

const parsed = (row: { state: string; counts: unknown; mapping: unknown; options: unknown }) => ({
  state: stateOf(row.state),
  counts: countsSchema.parse(row.counts),
  mapping: mappingSchema.parse(row.mapping),
  options: optionsSchema.parse(row.options),
});

/** The imports, the latest first. */
export async function listImports(db: Db, { limit, offset }: Page) {
  const rows = await db
    .selectFrom("imports.imports")
    .select(["id", "file_name", "kind", "state", "counts", "created_by", "created_at"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    rows: rows.map((row) => ({
      ...row,
      state: stateOf(row.state),
      counts: countsSchema.parse(row.counts),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** Problems one by one: a row with two is there twice. */
export async function listProblems(db: Db, importId: number, { limit, offset }: Page) {
  const { rows } = await sql<Remark & { line: number; total: number }>`
    select line, problem ->> 'column' as column, problem ->> 'reason' as reason, count(*) over () as total
    from imports.rows, jsonb_array_elements(problems) with ordinality as listed (problem, position)
    where import_id = ${importId} and outcome = 'problem'
    order by line, position limit ${limit} offset ${offset}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export async function listRows(
  db: Db,
  importId: number,
  { filter, limit, offset }: Page & { filter?: RowFilter },
) {
  const rows = await db
    .selectFrom("imports.rows")
    .select(["line", "cells", "outcome", "duplicate_of", "problems", "notes", "changes"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("import_id", "=", importId)
    .$if(filter === "duplicate", (query) => query.where("duplicate_of", "is not", null))
    .$if(filter === "note", (query) => query.where("notes", "<>", sql<string>`'[]'::jsonb`))
    .$if(filter === "create" || filter === "change" || filter === "same" || filter === "problem", (query) =>
      query.where("outcome", "=", filter ?? null),
    )
    .orderBy("line")
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells as string[],
      problems: row.problems as unknown as Remark[],
      notes: row.notes as unknown as Remark[],
      changes: row.changes as unknown as { column: string; before: string; after: string }[],
    })),
  };
}

export type ListedRow = Awaited<ReturnType<typeof listRows>>["rows"][number];

/** What is not sure, the most frequent first, with the choice made. */
export async function listProposals(db: Db, importId: number) {
  const rows = await db
    .selectFrom("imports.proposals as asked")
    .leftJoin("imports.choices as chosen", (join) =>
      join
        .onRef("chosen.import_id", "=", "asked.import_id")
        .onRef("chosen.column_key", "=", "asked.column_key")
        .onRef("chosen.typed", "=", "asked.typed"),
    )
    .select([
      "asked.column_key as column",
      "asked.typed",
      "label",
      "candidates",
      "others",
      "fallback",
      "rows",
    ])
    .select("choice")
    .where("asked.import_id", "=", importId)
    .orderBy("asked.column_key")
    .orderBy("rows", "desc")
    .orderBy("asked.typed")
    .execute();
  return rows.map((row) => ({
    ...row,
    candidates: row.candidates as unknown as Candidate[],
  }));
}

export type ListedProposal = Awaited<ReturnType<typeof listProposals>>[number];

/** Every row left out with its reasons, to be taken away, mended and sent again. */
export const faultyRows = (importId: number) =>
  sql<{ line: number; cells: string[]; problems: Remark[] }>`
    select line, cells, problems from imports.rows where import_id = ${importId} and outcome = 'problem'`;
