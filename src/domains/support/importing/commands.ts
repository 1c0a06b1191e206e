import { sql } from "kysely";
import { addOrganisations } from "#domains/directory/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { CourseWrite } from "./check.ts";

/**
 * Writes the courses of a slice: the organisations that are not known first, then the courses with their organisation and the
 * meeting of the log that is their first. Two statements whatever the number.
 */
export async function writeCourses(
  db: Db,
  author: Author,
  rows: readonly CourseWrite[],
  importId: number,
): Promise<void> {
  if (rows.length === 0) return;
  await inTransaction(db, author, async (db) => {
    const strangers = new Map(
      rows.filter((row) => row.organisationId === undefined).map((row) => [row.name, row]),
    );
    const ids = await addOrganisations(
      db,
      author,
      [...strangers.values()].map(({ name, actorTypeId, departmentCode }) => ({
        name,
        actor_type_id: actorTypeId,
        department_code: departmentCode,
      })),
      importId,
    );
    const made = new Map([...strangers.keys()].map((name, index) => [name, ids[index]]));
    const given = rows.map((row) => {
      const organisationId = row.organisationId ?? made.get(row.name);
      return { ...row, ...(organisationId === undefined ? {} : { organisationId }) };
    });
    await insertCourses(db, given, importId, author.accountId);
  });
}

/** What came from a file has begun: it is under way. */
async function insertCourses(
  db: Db,
  given: readonly CourseWrite[],
  importId: number,
  accountId: string | null,
) {
  await sql`
    with given as materialized (
      select nextval(pg_get_serial_sequence('support.courses', 'id')) as id, row.*
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as row (
        "importLine" integer, name text, "organisationId" bigint, subject text, "openedOn" date, "departmentCode" text,
        "actorTypeId" bigint, "meetingId" bigint)
    ), added as (
      insert into support.courses (id, subject, stage, opened_on, department_code, actor_type_id, origin, created_by,
        import_id, import_line)
      overriding system value
      select id, subject, 'under_way', "openedOn", "departmentCode", "actorTypeId", 'import', ${accountId}::uuid,
        ${importId}::bigint, "importLine"
      from given order by "importLine" returning id
    ), staged as (
      insert into support.course_stages (course_id, stage, moved_by)
      select id, 'under_way', ${accountId}::uuid from added
    ), named as (
      insert into support.course_organisations (course_id, position, typed, organisation_id)
      select given.id, 0, given.name, given."organisationId" from given join added using (id)
    )
    insert into support.course_meetings (meeting_id, course_id, import_id)
    select given."meetingId", given.id, ${importId}::bigint from given join added using (id)
    where given."meetingId" is not null on conflict do nothing`.execute(db);
}

/** What hangs on a course once people have worked on it. */
const workedOn = sql<boolean>`(course.version > 1
  or exists (select from support.goals hung where hung.course_id = course.id)
  or exists (select from support.notes hung where hung.course_id = course.id)
  or exists (select from support.time_entries hung where hung.course_id = course.id)
  or exists (select from support.documents hung where hung.course_id = course.id)
  or exists (select from support.course_people hung where hung.course_id = course.id)
  or exists (select from support.course_meetings hung where hung.course_id = course.id
    and hung.import_id is distinct from course.import_id))`;

/** Takes back the courses of an import; those on which people worked since are kept, and named. The log is left as it is. */
export async function removeImportedCourses(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const removed = await sql`
      delete from support.courses course
      where course.import_id = ${importId} and (course.removed_at is not null or not ${workedOn})`.execute(
      db,
    );
    const kept = await db
      .selectFrom("support.courses")
      .select(["id", "subject", "import_line as line"])
      .where("import_id", "=", importId)
      .orderBy("import_line")
      .execute();
    return { removed: Number(removed.numAffectedRows ?? 0n), kept };
  });
}

/** The courses that an import wrote and that are still there, by line. */
export async function listImportedCourses(
  db: Db,
  importId: number,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db
    .selectFrom("support.courses")
    .select(["id", "subject", "import_line as line"])
    .select((row) => row.fn.countAll<number>().over().as("total"))
    .where("import_id", "=", importId)
    .where("removed_at", "is", null)
    .orderBy("import_line")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: rows[0]?.total ?? 0 };
}
