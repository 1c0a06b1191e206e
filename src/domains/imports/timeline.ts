import { sql } from "kysely";
import { imports } from "#paths/imports.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** The files that made an organisation or completed its card. */
export const importsTimeline: TimelinePart = {
  id: "imports",
  label: "Import",
  lines: (organisationId) => sql`
    select (coalesce(import.finished_at, import.created_at) at time zone 'Europe/Paris')::date as day, import.id as key,
           import.file_name as title, 'Fiche créée ou complétée par ce fichier' as detail
    from directory.shared_organisation_imports touched
    join imports.imports import on import.id = touched.import_id and import.state = 'done'
    where touched.organisation_id = ${organisationId}`,
  href: imports.one,
};
