import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Sheet, Tool } from "./queries.ts";
import type { Answers, ToolCode, ToolContent } from "./rules.ts";

/** Begins a tool with an actor, with the words in use today; its number. */
export async function beginSheet(
  db: Db,
  author: Author,
  sheet: { tool: Tool; title: string; organisationId: number | null; courseId: number | null },
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("support.tool_sheets")
      .values({
        tool: sheet.tool.code,
        title: sheet.title,
        content: JSON.stringify(sheet.tool.content),
        organisation_id: sheet.organisationId,
        course_id: sheet.courseId,
        created_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Keeps what was answered, unless someone else did since `version`. */
export async function fillSheet(
  db: Db,
  author: Author,
  { id, version }: Pick<Sheet, "id" | "version">,
  { title, answers }: { title: string; answers: Answers },
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.tool_sheets")
      .set({ title, answers: JSON.stringify(answers), removed_at: null, ...next })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Opens a sheet by its link, or closes it: the link given before then opens nothing, even when it is opened again. */
export async function shareSheet(db: Db, author: Author, id: number, shared: boolean): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.tool_sheets")
      .set({ shared, ...(shared ? {} : { link: sql<number>`link + 1` }) })
      .where("id", "=", id)
      .where("shared", "<>", shared)
      .execute(),
  );
}

/** Deletes a sheet, or puts it back (`removedAt` null). */
export async function setSheetRemoved(
  db: Db,
  author: Author,
  id: number,
  removedAt: Date | null,
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.tool_sheets")
      .set({ removed_at: removedAt, ...next })
      .where("id", "=", id)
      .execute(),
  );
}

/**
 * Gives a tool other words from now on, unless a colleague did since version `number`; null comes back to those shipped.
 * Sheets already begun keep theirs.
 */
export async function writeWords(
  db: Db,
  author: Author,
  code: ToolCode,
  number: number,
  content: ToolContent | null,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ number: number }>`
      insert into support.tool_texts (tool, number, content, written_by)
      select ${code}, ${number + 1}, ${content === null ? null : JSON.stringify(content)}::jsonb, ${author.accountId}
      where coalesce((select max(number) from support.tool_texts where tool = ${code}), 0) = ${number}
      on conflict (tool, number) do nothing returning number`.execute(db);
    return rows.length === 1;
  });
}

const next = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };
