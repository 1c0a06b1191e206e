import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Report, ReportText } from "./report.ts";

export async function listPassages(db: Db, year: number): Promise<ReportText[]> {
  return db
    .selectFrom("reports.passages")
    .select(["chapter", "text"])
    .where("year", "=", year)
    .orderBy("chapter")
    .execute();
}

/** Staff's words for a chapter, with the version to guard; none written yet is version 0. */
export async function findPassage(db: Db, year: number, chapter: string) {
  const row = await db
    .selectFrom("reports.passages")
    .select(["text", "version"])
    .where("year", "=", year)
    .where("chapter", "=", chapter)
    .executeTakeFirst();
  return row ?? { text: "", version: 0 };
}

export interface EditionEntry {
  year: number;
  number: number;
  published_at: Date;
}

/** Every edition published, the last year first, the last edition of a year first. */
export async function listEditions(db: Db, year?: number): Promise<EditionEntry[]> {
  return db
    .selectFrom("reports.editions")
    .select(["year", "number", "published_at"])
    .$if(year !== undefined, (query) => query.where("year", "=", year ?? 0))
    .orderBy("year", "desc")
    .orderBy("number", "desc")
    .execute();
}

export type Edition = EditionEntry & { report: Report };

/** An edition as frozen, the last one unless `number` says which; `rows` also brings its annexes. */
export async function findEdition(
  db: Db,
  year: number,
  number?: number,
  options: { rows?: boolean } = {},
): Promise<Edition | undefined> {
  const row = await db
    .selectFrom("reports.editions")
    .select(["year", "number", "published_at"])
    .select(options.rows ? sql<unknown>`content`.as("content") : sql<unknown>`content - 'rows'`.as("content"))
    .where("year", "=", year)
    .$if(number !== undefined, (query) => query.where("number", "=", number ?? 0))
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { content, ...edition } = row;
  return { ...edition, report: content as Report };
}

/** The years that have a draft worth reading: those with records, texts, printed figures or an edition. */
export async function listReportYears(db: Db, withRecords: readonly number[]) {
  const { rows } = await sql<{ year: number }>`
    select year from reports.passages union select year from reports.claims union select year from reports.editions`.execute(
    db,
  );
  return [...new Set([...withRecords, ...rows.map(({ year }) => year)])].sort((a, b) => b - a);
}
