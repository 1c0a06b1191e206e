import { type RawBuilder, sql } from "kysely";
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
export interface ShownRole {
  name: string;
  title: string;
  kind: string;
}

/**
 * Who acts for an organisation today, as this audience may see it: roles shown to all for `public`, those shown to
 * members too for `members`. Nobody who was put away or erased, and nobody of an organisation that is not published.
 * For `public`, the organisation must be in the public directory.
 */
export const shownRoles = (
  organisationId: RawBuilder<number>,
  audience: Exclude<Audience, "staff">,
) => sql<ShownRole>`
  select trim(person.given_name || ' ' || person.family_name) as name, role.title, role.kind
  from directory.roles role
  join directory.people person on person.id = role.person_id and person.erased_at is null and person.archived_at is null
  join directory.organisations shown on shown.id = role.organisation_id and shown.status = 'published'
    and ${audience === "members" ? sql`true` : sql`shown.visibility = 'listed'`}
  where role.organisation_id = ${organisationId}
    and role.visibility in (${sql.join(["public", "members", "staff"].filter((one) => isShownTo(audience, one)))})
    and coalesce(role.until > current_date, true) and coalesce(role.since <= current_date, true)
  order by role.main_contact desc, person.key, role.id`;

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
