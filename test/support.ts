import { openCourse } from "#domains/support/courses/commands.ts";
import type { Course } from "#domains/support/courses/course.ts";
import { findCourse } from "#domains/support/courses/queries.ts";
import { type Db, system } from "#platform/db/index.ts";

/** A course of Adice that goes on, with the facts that the test cares for. */
export async function aCourse(
  db: Db,
  facts: Partial<Parameters<typeof openCourse>[2]> = {},
  { stage = "under_way" as const, now = new Date() }: { stage?: "request" | "under_way"; now?: Date } = {},
): Promise<number> {
  const entry = {
    subject: "Forage au Sénégal",
    organisations: [{ typed: "Adice", organisationId: null }],
    referentId: null,
    staffIds: [],
    openedOn: "2026-01-12",
    themeIds: [],
    countryCodes: [],
    communeCode: null,
    place: "",
    poleId: null,
    axisId: null,
    schemeId: null,
    description: "",
    nextStep: "",
    nextStepOn: null,
    projectId: null,
    application: "",
    ...facts,
  };
  return openCourse(db, system, entry, { stage }, now);
}

/** The course, which is there. */
export async function theCourse(db: Db, id: number): Promise<Course> {
  const course = await findCourse(db, id);
  if (!course) throw new Error(`No course ${id}.`);
  return course;
}

/** The letters written to an address, in order. */
export const lettersTo = (db: Db, recipient: string) =>
  db
    .selectFrom("platform.letters")
    .select(["subject", "text"])
    .where("recipient", "=", recipient)
    .orderBy("id")
    .execute();
