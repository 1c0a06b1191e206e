import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type Desk, writeHandover } from "../handovers/letters.ts";
import type { Stage } from "../rules.ts";
import { writeOrganisations, writeStaff } from "./commands.lines.ts";

/** All that a person says of a course. */
export interface CourseEntry {
  subject: string;
  organisations: readonly { typed: string; organisationId: number | null }[];
  referentId: string | null;
  staffIds: readonly string[];
  openedOn: Day | null;
  themeIds: readonly number[];
  countryCodes: readonly string[];
  communeCode: string | null;
  place: string;
  poleId: number | null;
  axisId: number | null;
  schemeId: number | null;
  description: string;
  nextStep: string;
  nextStepOn: Day | null;
  projectId: number | null;
  application: string;
}

/** What is said of a course when it is not born by hand. */
export interface Birth {
  stage: Stage;
  askedOn?: Day | null;
  origin?: "request" | "staff";
}

/** Opens a course in its author's name, at this stage; its number. */
export async function openCourse(
  db: Db,
  author: Author,
  entry: CourseEntry,
  { stage, askedOn = null, origin = "staff" }: Birth,
  now: Date,
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("support.courses")
      .values({
        ...columnsOf(entry),
        stage,
        stage_since: now,
        touched_at: now,
        asked_on: askedOn,
        origin,
        created_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("support.course_stages")
      .values({ course_id: id, stage, at: now, moved_by: author.accountId })
      .execute();
    await writeOrganisations(db, id, entry.organisations);
    await writeStaff(db, id, entry.staffIds);
    return id;
  });
}

export type ChangeOutcome = { ok: true } | { ok: false; refusal: "changed_meanwhile" };
export const overtaken: ChangeOutcome = { ok: false, refusal: "changed_meanwhile" };

/** Replaces what is said of a course, unless a colleague changed or deleted it since `version`; a new referent is a hand-over, with its letters. */
export async function changeCourse(
  db: Db,
  author: Author,
  desk: Desk,
  id: number,
  version: number,
  entry: CourseEntry,
  now: Date,
): Promise<ChangeOutcome> {
  return inTransaction(db, author, async (db) => {
    const before = await db
      .selectFrom("support.courses")
      .select("referent_id")
      .where("id", "=", id)
      .where("version", "=", version)
      .where("removed_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!before) return overtaken;
    await db
      .updateTable("support.courses")
      .set({ ...columnsOf(entry), ...touched(now) })
      .where("id", "=", id)
      .execute();
    if (before.referent_id !== entry.referentId) {
      await db
        .insertInto("support.handovers")
        .values({
          course_id: id,
          from_id: before.referent_id,
          to_id: entry.referentId,
          at: now,
          passed_by: author.accountId,
        })
        .execute();
      const passed = { ids: [id], from: before.referent_id, to: entry.referentId, word: "" };
      await writeHandover(db, author, desk, passed);
    }
    await writeOrganisations(db, id, entry.organisations);
    await writeStaff(db, id, entry.staffIds);
    return { ok: true };
  });
}

/** What every change of a course sets. */
export const touched = (now: Date) => ({
  version: sql<number>`version + 1`,
  updated_at: now,
  touched_at: now,
});

const columnsOf = (entry: CourseEntry) => ({
  subject: entry.subject,
  referent_id: entry.referentId,
  opened_on: entry.openedOn,
  theme_ids: [...entry.themeIds],
  country_codes: [...entry.countryCodes],
  commune_code: entry.communeCode,
  place: entry.place,
  pole_id: entry.poleId,
  axis_id: entry.axisId,
  scheme_id: entry.schemeId,
  description: entry.description,
  next_step: entry.nextStep,
  next_step_on: entry.nextStepOn,
  project_id: entry.projectId,
  application: entry.application,
});
