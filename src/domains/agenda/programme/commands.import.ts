import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";

/** A line of a programme as a spreadsheet says it, understood. */
export interface ImportedLine {
  title: string;
  training: boolean;
  kindId: number | null;
  year: number;
  period: string;
  from: Day | null;
  to: Day | null;
  audience: string;
  audienceTypeIds: readonly number[];
  importLine: number;
}

/** Writes many lines at once, in the name of an import: drafts, for the team to announce when they have a date. */
export async function addLines(
  db: Db,
  author: Author,
  rows: readonly ImportedLine[],
  importId: number,
): Promise<void> {
  if (rows.length === 0) return;
  await inTransaction(db, author, (db) =>
    sql`
      insert into agenda.events (title, training, kind_id, status, programme_year, planned_period, planned_from, planned_to,
        audience, audience_type_ids, import_id, import_line)
      select title, training, "kindId", 'draft', year, period, "from", "to", audience,
        array(select jsonb_array_elements_text("audienceTypeIds")::bigint), ${importId}::bigint, "importLine"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        title text, training boolean, "kindId" bigint, year integer, period text, "from" date, "to" date, audience text,
        "audienceTypeIds" jsonb, "importLine" integer)
      order by "importLine"`.execute(db),
  );
}

/**
 * Takes back the lines of an import. What a person changed, dated or matched since is kept, and named; what a person deleted goes
 * with the rest.
 */
export async function removeImportedLines(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const { numAffectedRows } = await sql`
      delete from agenda.events line
      where line.import_id = ${importId} and line.programme_year is not null and (line.version = 1 or line.removed_at is not null)
        and not exists (select from agenda.sessions session where session.event_id = line.id)
        and not exists (select from agenda.session_meetings linked where linked.event_id = line.id)
        and not exists (select from agenda.programme_matches matched where matched.line_id = line.id and matched.accepted)`.execute(
      db,
    );
    const { rows: kept } = await listImportedLines(db, importId, { limit: 10_000, offset: 0 });
    return { removed: Number(numAffectedRows ?? 0n), kept };
  });
}

/** The lines that an import wrote and that are still there, in the order of the file. */
export async function listImportedLines(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: { id: number; title: string; line: number | null }[]; total: number }> {
  const rows = await db
    .selectFrom("agenda.events")
    .select(["id", "title", "import_line as line"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("import_id", "=", importId)
    .where("programme_year", "is not", null)
    .where("removed_at", "is", null)
    .orderBy("import_line")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
