import { sql } from "kysely";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { addLargeLife } from "./life.ts";
import { addLargeOrganisations } from "./organisations.ts";
import { addLargePeople } from "./people.ts";

/** The tables written in bulk: what made them is known, the change log need not hold it row by row. */
const written = [
  "directory.organisations",
  "directory.people",
  "directory.roles",
  "directory.consents",
  "directory.contact_points",
  "directory.links",
  "directory.partnerships",
  "membership.memberships",
  "activities.meetings",
  "activities.meeting_places",
  "activities.meeting_organisations",
  "activities.meeting_staff",
  "agenda.events",
  "agenda.sessions",
  "agenda.organisers",
  "agenda.session_meetings",
  "agenda.registrations",
  "agenda.attendances",
  "support.courses",
  "support.course_organisations",
  "support.course_meetings",
  "support.time_entries",
];

const customFields = [
  {
    code: "equipe",
    label: "Équipe",
    kind: "choice",
    visibility: "public",
    filter: true,
    choices: JSON.stringify([
      { code: "benevole", label: "Bénévoles seulement" },
      { code: "petite", label: "De 1 à 5 salariés" },
      { code: "grande", label: "Plus de 5 salariés" },
    ]),
  },
  {
    code: "volontaires",
    label: "Accueille des volontaires",
    kind: "yes_no",
    visibility: "public",
    filter: true,
    choices: "[]",
  },
];

/**
 * Fills an empty directory with generated organisations and people, the same at each run; without `people`, organisations
 * alone. All or nothing; the change log is not written, so that a hundred thousand records take seconds and not minutes.
 */
export async function fillLarge(
  db: Db,
  { organisations, people }: { organisations: number; people: number },
) {
  await inTransaction(db, system, async (db) => {
    for (const table of written)
      for (const trigger of ["changes_insert", "changes_update"])
        await sql`alter table ${sql.table(table)} disable trigger ${sql.id(trigger)}`.execute(db);
    await db.insertInto("directory.custom_fields").values(customFields).execute();
    await addLargeOrganisations(db, organisations);
    if (people > 0) {
      await sql`analyze directory.organisations`.execute(db);
      await addLargePeople(db, people);
      await addLargeLife(db);
    }
    for (const table of written)
      for (const trigger of ["changes_insert", "changes_update"])
        await sql`alter table ${sql.table(table)} enable trigger ${sql.id(trigger)}`.execute(db);
  });
  await sql`vacuum analyze`.execute(db);
}
