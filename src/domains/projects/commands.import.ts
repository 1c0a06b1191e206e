import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { columnsOf } from "./commands.ts";
import type { ImportedProject } from "./import-check.ts";

/** Writes many projects at once in the name of an import, for the team alone; one statement whatever the number. */
export async function addProjects(
  db: Db,
  author: Author,
  rows: readonly ImportedProject[],
  importId: number,
): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({
    ...columnsOf(row),
    import_line: row.importLine,
    participants: row.participants,
    places: row.places,
    budget: row.budget,
  }));
  const lines = (name: "participants" | "places" | "budget") => sql`from added
    join given on given.import_line = added.import_line
    cross join lateral jsonb_array_elements(given.${sql.ref(name)}) with ordinality as line (value, position)`;
  await inTransaction(db, author, (db) =>
    sql`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as row (
          import_line integer, title text, summary text, stage text, starts_on date, starts_precision text, ends_on date,
          ends_precision text, sector_ids bigint[], main_goal_id bigint, goal_ids bigint[], country_codes text[],
          beneficiaries text, participants jsonb, places jsonb, budget jsonb)
      ), added as (
        insert into projects.projects (title, summary, stage, starts_on, starts_precision, ends_on, ends_precision,
          sector_ids, main_goal_id, goal_ids, country_codes, beneficiaries, import_id, import_line)
        select title, summary, stage, starts_on, starts_precision, ends_on, ends_precision, sector_ids, main_goal_id,
               goal_ids, country_codes, beneficiaries, ${importId}::bigint, import_line
        from given order by import_line
        returning id, import_line
      ), people as (
        insert into projects.participants (project_id, position, role, organisation_id, name)
        select added.id, line.position - 1, value ->> 'role', (value ->> 'organisationId')::bigint, value ->> 'name'
        ${lines("participants")}
      ), spots as (
        insert into projects.places (project_id, position, side, name, commune_code, country_code)
        select added.id, line.position - 1, value ->> 'side', value ->> 'name', value ->> 'communeCode', value ->> 'countryCode'
        ${lines("places")}
      )
      insert into projects.budget_lines (project_id, position, organisation_id, funder, planned_cents)
      select added.id, line.position - 1, (value ->> 'organisationId')::bigint, value ->> 'funder', (value ->> 'plannedCents')::bigint
      ${lines("budget")}`.execute(db),
  );
}

/** Takes back the projects of an import; those that a person worked on since are kept, and named. */
export async function removeImported(db: Db, author: Author, importId: number) {
  return inTransaction(db, author, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom("projects.projects")
      .where("import_id", "=", importId)
      .where("version", "=", 1)
      .executeTakeFirst();
    const kept = await db
      .selectFrom("projects.projects")
      .select(["id", "title", "import_line as line"])
      .where("import_id", "=", importId)
      .orderBy("import_line")
      .execute();
    return { removed: Number(numDeletedRows), kept };
  });
}
