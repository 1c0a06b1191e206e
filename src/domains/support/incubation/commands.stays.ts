import { sql } from "kysely";
import { type Day, dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { openCourse } from "../courses/commands.ts";
import type { Tool } from "../tools/queries.ts";
import type { ToolContent } from "../tools/rules.ts";
import { next } from "./commands.ts";
import type { Stay } from "./queries.stay.ts";
import type { StayOutcome } from "./rules.ts";

/** Has organisations enter a cohort on a day; those that are in it already stay as they are. How many entered. */
export async function enterCohort(
  db: Db,
  author: Author,
  cohortId: number,
  organisationIds: readonly number[],
  enteredOn: Day,
): Promise<number> {
  const done = await inTransaction(db, author, (db) =>
    sql`
      insert into support.cohort_stays (cohort_id, organisation_id, entered_on)
      select ${cohortId}, organisation_id, ${enteredOn}::date
      from unnest(${[...new Set(organisationIds)]}::bigint[]) organisation_id
      on conflict (cohort_id, organisation_id) where removed_at is null do nothing`.execute(db),
  );
  return Number(done.numAffectedRows ?? 0n);
}

/** Changes the day of an entry; false when a colleague changed it since `version`. */
export const changeEntry = (db: Db, author: Author, id: number, version: number, entered_on: Day) =>
  setStay(db, author, id, version, { entered_on });

/** Notes that an organisation leaves, and how; false when a colleague changed it since `version`. */
export const leaveCohort = (
  db: Db,
  author: Author,
  id: number,
  version: number,
  { on, outcome, reason }: { on: Day; outcome: StayOutcome; reason: string },
) => setStay(db, author, id, version, { left_on: on, outcome, reason });

async function setStay(
  db: Db,
  author: Author,
  id: number,
  version: number,
  columns: { entered_on?: Day; left_on?: Day; outcome?: StayOutcome; reason?: string },
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_stays")
      .set({ ...columns, ...next })
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** The organisation is in the cohort again, as if it had not left. */
export async function comeBack(db: Db, author: Author, id: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("support.cohort_stays")
      .set({ left_on: null, outcome: null, reason: "", ...next })
      .where("id", "=", id)
      .where("left_on", "is not", null)
      .execute(),
  );
}

/** Takes an organisation out of a cohort as if it had never entered, or puts it back unless it entered again meanwhile. */
export async function setStayRemoved(
  db: Db,
  author: Author,
  stay: Stay,
  removedAt: Date | null,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    sql`
      update support.cohort_stays stay set removed_at = ${removedAt}, version = version + 1, updated_at = now()
      where id = ${stay.id} and (${removedAt}::timestamptz is not null or not exists (
        select from support.cohort_stays other where other.cohort_id = stay.cohort_id
          and other.organisation_id = stay.organisation_id and other.removed_at is null))`.execute(db),
  );
  return done.numAffectedRows === 1n;
}

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
    if (course_id && stay.course) return course_id;
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
