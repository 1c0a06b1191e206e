import { addOrganisations } from "#domains/directory/index.ts";
import { addRole } from "#domains/directory/people/commands.roles.ts";
import { addPerson, type NewPerson } from "#domains/directory/people/commands.ts";
import type { RoleForm } from "#domains/directory/people/input.ts";
import { type Db, system } from "#platform/db/index.ts";

/** A person, Awa Diop unless told. */
export const aPerson = (db: Db, facts: NewPerson = {}) =>
  addPerson(db, system, { given_name: "Awa", family_name: "Diop", email: "awa@exemple.fr", ...facts });

/** An organisation of this name, in the public directory. */
export async function anOrganisation(db: Db, name = "Adice") {
  const [id = 0] = await addOrganisations(db, system, [{ name, visibility: "listed" }]);
  return id;
}

/** What a role says unless told: open, seen by the team alone. */
export const role = (facts: Partial<RoleForm> = {}): RoleForm => ({
  ...{ titre: "", genre: "other", depuis: null, jusqua: null, interlocuteur: false, vue: "staff" },
  ...facts,
});

/** Somebody who acts for an organisation: their number and the role's. */
export async function aRole(
  db: Db,
  organisationId: number,
  facts: Partial<RoleForm> = {},
  who: NewPerson = {},
) {
  const personId = await aPerson(db, who);
  const roleId = await addRole(db, system, { personId, organisationId }, role(facts));
  return { personId, roleId };
}

/** The number of a purpose of consent, by its code. */
export async function purposeNamed(db: Db, code: string) {
  const { id } = await db
    .selectFrom("vocabularies.terms")
    .select("id")
    .where("list_id", "=", "consent_purposes")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return id;
}
