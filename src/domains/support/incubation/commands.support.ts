import { type Day, dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { openCourse } from "../courses/commands.ts";
import type { Tool } from "../tools/queries.ts";
import type { ToolContent } from "../tools/rules.ts";
import { next } from "./commands.ts";
import type { Stay } from "./queries.stay.ts";

/** Links a course of support of this organisation, or none. */
export async function linkCourse(db: Db, author: Author, id: number, courseId: number | null) {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_stays")
      .set({ course_id: courseId, ...next })
      .where("id", "=", id)
      .execute(),
  );
}

/** Opens a course of support in the name of the cohort; when one is linked already, that one. Its number. */
export async function openCourseFor(db: Db, author: Author, stay: Stay, now: Date): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { course_id } = await lockStay(db, stay.id);
    const openedMeanwhile = course_id !== stay.course_id; // by the other click
    if (course_id && (stay.course || openedMeanwhile)) return course_id;
    const entry = {
      subject: stay.cohort,
      organisations: [{ typed: stay.name, organisationId: stay.organisation_id }],
      referentId: stay.referent_id ?? author.accountId,
      schemeId: stay.scheme_id,
      openedOn: dayInParis(now),
      ...{
        staffIds: [],
        themeIds: [],
        countryCodes: [],
        communeCode: null,
        place: "",
        poleId: null,
        axisId: null,
      },
      ...{ description: "", nextStep: "", nextStepOn: null, projectId: null, application: "" },
    };
    const id = await openCourse(db, author, entry, { stage: "diagnosis" }, now);
    await linkCourse(db, author, stay.id, id);
    return id;
  });
}

/**
 * Opens the next point of an organisation: the diagnosis at its entry, then once a year with the questions of the time before,
 * so that they can be compared. The number of the sheet to fill; `tool` gives the words of the first.
 */
export async function openPoint(
  db: Db,
  author: Author,
  stay: Stay,
  tool: Tool,
  heldOn: Day,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    await lockStay(db, stay.id);
    const before = await db
      .selectFrom("support.cohort_points as point")
      .innerJoin("support.tool_sheets as sheet", "sheet.id", "point.sheet_id")
      .select(["point.number", "sheet.content"])
      .where("point.stay_id", "=", stay.id)
      .where("sheet.removed_at", "is", null)
      .orderBy("point.number", "desc")
      .limit(1)
      .executeTakeFirst();
    const number = before ? before.number + 1 : 0;
    const content: ToolContent = before ? (before.content as unknown as ToolContent) : tool.content;
    const { id } = await db
      .insertInto("support.tool_sheets")
      .values({
        tool: "diagnosis",
        title: `${stay.name} : ${number === 0 ? "diagnostic d’entrée" : `point de l’année ${number}`}`.slice(
          0,
          200,
        ),
        content: JSON.stringify(content),
        organisation_id: stay.organisation_id,
        course_id: stay.course_id,
        created_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("support.cohort_points")
      .values({ stay_id: stay.id, number, held_on: heldOn, sheet_id: id })
      .execute();
    return id;
  });
}

const lockStay = (db: Db, id: number) =>
  db
    .selectFrom("support.cohort_stays")
    .select("course_id")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
