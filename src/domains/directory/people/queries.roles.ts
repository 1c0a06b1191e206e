import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type Audience, isShownTo } from "./access.ts";

const people = (db: Db, organisationId: number) =>
  db
    .selectFrom("directory.roles as role")
    .innerJoin("directory.people as person", "person.id", "role.person_id")
    .select(["role.id", "role.person_id", "role.title", "role.kind", "role.since", "role.until"])
    .select(["role.main_contact", "role.visibility"])
    .select(["person.given_name", "person.family_name", "person.erased_at"])
    .select(sql<boolean>`coalesce(role.until > current_date, true)`.as("current"))
    .where("role.organisation_id", "=", organisationId);

/** The people of an organisation, those who act for it today first, the main contact at their head; with how to reach them. */
export function listPeopleOf(db: Db, organisationId: number) {
  return people(db, organisationId)
    .select(
      sql<string | null>`(select value from directory.contact_points point where point.person_id = person.id
        and point.kind = 'email' order by position, id limit 1)`.as("email"),
    )
    .select(
      sql<string | null>`(select value from directory.contact_points point where point.person_id = person.id
        and point.kind = 'phone' order by position, id limit 1)`.as("phone"),
    )
    .orderBy(sql`coalesce(role.until > current_date, true)`, "desc")
    .orderBy("role.main_contact", "desc")
    .orderBy(sql`role.until desc nulls last`)
    .orderBy("person.key")
    .orderBy("role.id")
    .execute();
}

export type RoleOfOrganisation = Awaited<ReturnType<typeof listPeopleOf>>[number];

/** What others than the team may see of who acts for an organisation: a name and a title. */
interface ShownRole {
  name: string;
  title: string;
  kind: string;
}

/**
 * Who acts for an organisation today, as this audience may see it: roles shown to all for `public`, those shown to
 * members too for `members`. Nobody who was put away or erased, and nobody of an organisation that is not published.
 * For `public`, the organisation must be in the public directory.
 */
export async function listShownRoles(
  db: Db,
  organisationId: number,
  audience: Exclude<Audience, "staff">,
): Promise<ShownRole[]> {
  const shown = ["public", "members", "staff"].filter((visibility) => isShownTo(audience, visibility));
  const rows = await people(db, organisationId)
    .innerJoin("directory.organisations as organisation", "organisation.id", "role.organisation_id")
    .where("role.visibility", "in", shown)
    .where("organisation.status", "=", "published")
    .$if(audience === "public", (query) => query.where("organisation.visibility", "=", "listed"))
    .where(sql<boolean>`coalesce(role.until > current_date, true)`)
    .where(sql<boolean>`coalesce(role.since <= current_date, true)`)
    .where("person.erased_at", "is", null)
    .where("person.archived_at", "is", null)
    .orderBy("role.main_contact", "desc")
    .orderBy("person.key")
    .orderBy("role.id")
    .execute();
  return rows.map(({ given_name, family_name, title, kind }) => ({
    name: `${given_name} ${family_name}`.trim(),
    title,
    kind,
  }));
}

/** One role, with its person and its organisation. */
export function findRole(db: Db, id: number) {
  return db
    .selectFrom("directory.roles as role")
    .innerJoin("directory.people as person", "person.id", "role.person_id")
    .innerJoin("directory.organisations as organisation", "organisation.id", "role.organisation_id")
    .select(["role.id", "role.person_id", "role.organisation_id", "role.title", "role.kind", "role.since"])
    .select(["role.until", "role.main_contact", "role.visibility", "role.version"])
    .select(["organisation.name as organisation"])
    .select(["person.given_name", "person.family_name", "person.erased_at", "person.updated_at"])
    .where("role.id", "=", id)
    .executeTakeFirst();
}

export type Role = NonNullable<Awaited<ReturnType<typeof findRole>>>;
