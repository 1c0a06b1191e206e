import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import type { Choice } from "#platform/spreadsheets/import-kind.ts";
import type { Services } from "#platform/web/env.ts";
import { rememberMapping } from "./remembered.ts";
import { gestures, type Mapping, type Options, type State, type Working } from "./rules.ts";

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
  kind?: string;
  options?: Options;
}

/** Keeps a file and opens its import, to be read; its number. */
export async function openImport(
  { files }: Pick<Services, "files">,
  db: Db,
  author: Author,
  given: GivenFile,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { name, bytes } = given;
    const file = await files.put(db, author, { name, mediaType: "application/octet-stream", bytes });
    const { id } = await db
      .insertInto("imports.imports")
      .values({
        file_id: file.id,
        file_name: file.name,
        kind: given.kind ?? null,
        options: JSON.stringify(given.options ?? {}),
        created_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

const jobOf: Record<Working, string> = {
  reading: "imports.read",
  running: "imports.run",
  undoing: "imports.undo",
};

/** Hands the work to the server, in the transaction `db` of the change that asks for it. */
export async function askWork(jobs: Jobs, db: Db, id: number, state: Working): Promise<void> {
  await db.deleteFrom("imports.progress").where("import_id", "=", id).execute();
  await jobs.enqueue(db, jobOf[state], { id }, { key: `import-${id}` });
}

/** Moves an import on, unless somebody did before: of two clicks or two colleagues, one wins. */
export async function moveImport(
  db: Db,
  author: Author,
  id: number,
  { from, to }: { from: readonly State[]; to: State },
  also: { mapping?: Mapping; kind?: string; options?: Options } = {},
): Promise<boolean> {
  const moved = await inTransaction(db, author, (db) =>
    db
      .updateTable("imports.imports")
      .set({
        state: to,
        error: null,
        version: sql`version + 1`,
        ...(to === "running" || to === "undoing" ? { run_by: author.accountId } : {}),
        ...(also.kind ? { kind: also.kind } : {}),
        ...(also.mapping ? { mapping: JSON.stringify(also.mapping) } : {}),
        ...(also.options ? { options: sql<string>`options || ${JSON.stringify(also.options)}::jsonb` } : {}),
      })
      .where("id", "=", id)
      .where("state", "in", [...from])
      .executeTakeFirst(),
  );
  return moved.numUpdatedRows === 1n;
}

/** What a person said of the kind and the columns: remembered for the next file with these headings, and read again. */
export async function correctMapping(
  db: Db,
  author: Author,
  id: number,
  headings: readonly string[],
  said: { kind: string; mapping: Mapping; options: Options },
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const moved = await moveImport(db, author, id, { from: gestures.map, to: "reading" }, said);
    if (moved) await rememberMapping(db, headings, said);
    return moved;
  });
}

/** The choices made for the values that are not sure; the last word wins. */
export async function saveChoices(
  db: Db,
  author: Author,
  id: number,
  choices: readonly Choice[],
): Promise<void> {
  if (choices.length === 0) return;
  await inTransaction(db, author, (db) =>
    db
      .insertInto("imports.choices")
      .values(
        choices.map(({ column, typed, choice }) => ({ import_id: id, column_key: column, typed, choice })),
      )
      .onConflict((row) =>
        row
          .columns(["import_id", "column_key", "typed"])
          .doUpdateSet((given) => ({ choice: given.ref("excluded.choice") })),
      )
      .execute(),
  );
}
