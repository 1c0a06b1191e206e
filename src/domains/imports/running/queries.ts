import type { Db } from "#platform/db/index.ts";
import { countsSchema, mappingSchema, optionsSchema, type State, working } from "../rules.ts";

/** An import as the work needs it; undefined when it is not in `state`. */
export async function findOpen(db: Db, id: number, state: State) {
  const row = await db
    .selectFrom("imports.imports as one")
    .leftJoin("imports.progress as progress", "progress.import_id", "one.id")
    .select(["one.id", "file_id", "file_name", "kind", "headings", "mapping", "options", "counts"])
    .select(["created_by", "run_by", "progress.attempts"])
    .where("one.id", "=", id)
    .where("one.state", "=", state)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...row,
    mapping: mappingSchema.parse(row.mapping),
    options: optionsSchema.parse(row.options),
    counts: countsSchema.parse(row.counts),
    attempts: row.attempts ?? 0,
  };
}

export type OpenImport = NonNullable<Awaited<ReturnType<typeof findOpen>>>;

/** The imports at which the server should be working, the oldest first. */
export async function listWorking(db: Db) {
  const rows = await db
    .selectFrom("imports.imports")
    .select(["id", "state"])
    .where("state", "in", [...working])
    .orderBy("id")
    .execute();
  return rows.map(({ id, state }) => ({ id, state: working.find((one) => one === state) ?? "reading" }));
}

/** What was chosen for the values that are not sure. */
export async function listChoices(db: Db, importId: number) {
  return db
    .selectFrom("imports.choices")
    .select(["column_key as column", "typed", "choice"])
    .where("import_id", "=", importId)
    .orderBy("column_key")
    .orderBy("typed")
    .execute();
}
