import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type Answers, type ToolCode, type ToolContent, toolCodes } from "./rules.ts";
import { shippedTools } from "./shipped/index.ts";

export interface Tool {
  code: ToolCode;
  content: ToolContent;
  /** The version of its words; 0: as shipped, never changed. */
  number: number;
  changedAt: Date | null;
}

/** The tools with the words in use, in their order; one statement. */
export async function listTools(db: Db): Promise<Tool[]> {
  const rows = await db
    .selectFrom("support.tool_texts")
    .distinctOn("tool")
    .select(["tool", "number", "content", "created_at"])
    .orderBy("tool")
    .orderBy("number", "desc")
    .execute();
  return toolCodes.map((code) => {
    const row = rows.find(({ tool }) => tool === code);
    return {
      code,
      content: contentOf(code, row?.content),
      number: row?.number ?? 0,
      changedAt: row?.created_at ?? null,
    };
  });
}

export async function findTool(db: Db, code: string): Promise<Tool | undefined> {
  return (await listTools(db)).find((tool) => tool.code === code);
}

// What is kept was checked by the form that wrote it (`input.ts`); none means as shipped.
const contentOf = (code: ToolCode, kept: unknown): ToolContent =>
  kept ? (kept as ToolContent) : shippedTools[code];

/** Every version of the words of a tool, the latest first. */
export function listVersions(db: Db, code: ToolCode) {
  return db
    .selectFrom("support.tool_texts")
    .select(["id", "number", "content", "written_by", "created_at"])
    .where("tool", "=", code)
    .orderBy("number", "desc")
    .execute();
}
export type ToolVersion = Awaited<ReturnType<typeof listVersions>>[number];

const sheets = (db: Db) =>
  db
    .selectFrom("support.tool_sheets as sheet")
    .leftJoin("directory.shared_organisations as organisation", "organisation.id", "sheet.organisation_id")
    .leftJoin("support.courses as course", "course.id", "sheet.course_id")
    .leftJoin("support.cohort_points as point", "point.sheet_id", "sheet.id")
    .select([
      "sheet.id",
      "sheet.tool",
      "sheet.title",
      "point.stay_id",
      "sheet.content",
      "sheet.answers",
      "sheet.course_id",
      "course.subject as course",
      "sheet.organisation_id",
      "organisation.name as organisation",
      "sheet.shared",
      "sheet.link",
      "sheet.created_by",
      "sheet.removed_at",
      "sheet.version",
      "sheet.created_at",
      "sheet.updated_at",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof sheets>["execute"]>>[number];

/** A tool filled with an actor. */
export interface Sheet extends Omit<Row, "tool" | "content" | "answers"> {
  tool: ToolCode;
  content: ToolContent;
  answers: Answers;
}

const sheetOf = (row: Row): Sheet => ({
  ...row,
  tool: toolCodes.find((code) => code === row.tool) ?? "steps",
  content: row.content as unknown as ToolContent,
  answers: row.answers as unknown as Answers,
});

export async function findSheet(db: Db, id: number): Promise<Sheet | undefined> {
  const row = await sheets(db).where("sheet.id", "=", id).executeTakeFirst();
  return row && sheetOf(row);
}

export interface SheetQuestion {
  words?: string | undefined;
  tool?: ToolCode | undefined;
  organisation?: number | undefined;
  course?: number | undefined;
  limit: number;
  offset: number;
}

/** A page of the tools filled, the last touched first, and how many there are. */
export async function searchSheets(
  db: Db,
  { words = "", tool, organisation, course, limit, offset }: SheetQuestion,
) {
  const rows = await db
    .selectFrom("support.tool_sheets as sheet")
    .leftJoin("directory.shared_organisations as organisation", "organisation.id", "sheet.organisation_id")
    .select([
      "sheet.id",
      "sheet.tool",
      "sheet.title",
      "sheet.organisation_id",
      "organisation.name as organisation",
      "sheet.shared",
      "sheet.updated_at",
    ])
    .select(sql<number>`count(*) over ()`.as("total"))
    .where("sheet.removed_at", "is", null)
    .$if(words !== "", (query) =>
      query.where(
        sql<boolean>`sheet.key || ' ' || coalesce(platform.fold(organisation.name), '') like '%' || platform.fold(${words}) || '%'`,
      ),
    )
    .$if(tool !== undefined, (query) => query.where("sheet.tool", "=", tool ?? ""))
    .$if(organisation !== undefined, (query) => query.where("sheet.organisation_id", "=", organisation ?? 0))
    .$if(course !== undefined, (query) => query.where("sheet.course_id", "=", course ?? 0))
    .orderBy("sheet.updated_at", "desc")
    .orderBy("sheet.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return { lines: rows, total: rows[0]?.total ?? 0 };
}
export type SheetLine = Awaited<ReturnType<typeof searchSheets>>["lines"][number];

/** The course of support of this number, when there is one, with its main organisation. */
export const findCourse = (db: Db, id: number) =>
  db
    .selectFrom("support.courses as course")
    .leftJoin("support.course_organisations as main", (join) =>
      join.onRef("main.course_id", "=", "course.id").on("main.position", "=", 0),
    )
    .select(["course.id", "course.subject", "main.organisation_id", "main.typed as organisation"])
    .where("course.id", "=", id)
    .where("course.removed_at", "is", null)
    .executeTakeFirst();
