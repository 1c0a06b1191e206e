import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { ProjectEntry } from "./entry.ts";

/** Replaces who takes part, the places and the budget of a project; a line keeps its position, so that the change log tells what changed. */
export async function writeLines(
  db: Db,
  projectId: number,
  entry: Pick<ProjectEntry, "participants" | "places" | "budget">,
) {
  await write(
    db,
    projectId,
    "participants",
    entry.participants,
    sql`
    insert into projects.participants (project_id, position, role, organisation_id, name, country_code)
    select ${projectId}, line.position - 1, row.role, row."organisationId", row.name, row."countryCode"
    from ${given(entry.participants)} cross join lateral jsonb_to_record(line.value)
      as row (role text, "organisationId" bigint, name text, "countryCode" text)
    on conflict (project_id, position) do update set role = excluded.role, organisation_id = excluded.organisation_id,
      name = excluded.name, country_code = excluded.country_code`,
  );
  await write(
    db,
    projectId,
    "places",
    entry.places,
    sql`
    insert into projects.places (project_id, position, side, name, commune_code, country_code, longitude, latitude)
    select ${projectId}, line.position - 1, row.side, row.name, row."communeCode", row."countryCode", row.longitude, row.latitude
    from ${given(entry.places)} cross join lateral jsonb_to_record(line.value)
      as row (side text, name text, "communeCode" text, "countryCode" text, longitude float8, latitude float8)
    on conflict (project_id, position) do update set side = excluded.side, name = excluded.name,
      commune_code = excluded.commune_code, country_code = excluded.country_code,
      longitude = excluded.longitude, latitude = excluded.latitude`,
  );
  await write(
    db,
    projectId,
    "budget_lines",
    entry.budget,
    sql`
    insert into projects.budget_lines (project_id, position, organisation_id, funder, planned_cents, received_cents)
    select ${projectId}, line.position - 1, row."organisationId", row.funder, row."plannedCents", row."receivedCents"
    from ${given(entry.budget)} cross join lateral jsonb_to_record(line.value)
      as row ("organisationId" bigint, funder text, "plannedCents" bigint, "receivedCents" bigint)
    on conflict (project_id, position) do update set organisation_id = excluded.organisation_id, funder = excluded.funder,
      planned_cents = excluded.planned_cents, received_cents = excluded.received_cents`,
  );
}

const given = (lines: readonly unknown[]) =>
  sql`jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as line (value, position)`;

async function write(
  db: Db,
  projectId: number,
  table: "participants" | "places" | "budget_lines",
  lines: readonly unknown[],
  insert: ReturnType<typeof sql>,
) {
  await db
    .deleteFrom(`projects.${table}`)
    .where("project_id", "=", projectId)
    .where("position", ">=", lines.length)
    .execute();
  if (lines.length > 0) await insert.execute(db);
}
