import type { Db } from "#platform/db/index.ts";

/** The organisations of a course, replaced; the first is the main one. A line keeps its position, so that the change log tells what changed. */
export async function writeOrganisations(
  db: Db,
  course_id: number,
  lines: readonly { typed: string; organisationId: number | null }[],
) {
  await db
    .deleteFrom("support.course_organisations")
    .where("course_id", "=", course_id)
    .where("position", ">=", lines.length)
    .execute();
  if (lines.length === 0) return;
  await db
    .insertInto("support.course_organisations")
    .values(
      lines.map(({ typed, organisationId }, position) => ({
        course_id,
        position,
        typed,
        organisation_id: organisationId,
      })),
    )
    .onConflict((line) =>
      line.columns(["course_id", "position"]).doUpdateSet((given) => ({
        typed: given.ref("excluded.typed"),
        organisation_id: given.ref("excluded.organisation_id"),
      })),
    )
    .execute();
}

/** Who of the team takes part besides the referent, replaced. */
export async function writeStaff(db: Db, course_id: number, ids: readonly string[]) {
  await db
    .deleteFrom("support.course_staff")
    .where("course_id", "=", course_id)
    .$if(ids.length > 0, (query) => query.where("user_id", "not in", [...ids]))
    .execute();
  if (ids.length === 0) return;
  await db
    .insertInto("support.course_staff")
    .values(ids.map((user_id) => ({ course_id, user_id })))
    .onConflict((line) => line.doNothing())
    .execute();
}
