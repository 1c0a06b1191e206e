import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { addRole } from "./commands.roles.ts";
import { addPerson } from "./commands.ts";
import { findLikelyPeople } from "./queries.ts";

/** Somebody whom a room met, as they said who they are. */
export interface Met {
  given_name: string;
  family_name: string;
  email: string;
  phone: string;
  organisationId: number | null;
  /** How they came to be known: `Inscription à « Monter un projet »`. */
  origin: string;
  metOn: Day;
}

/**
 * Brings somebody into the directory: the person who has this courriel, else a new one, seen by the team alone; with a role in their
 * organisation when they had none there. A name alone never finds somebody: two people may bear it. Gives their number, and
 * whether they are new.
 */
export function welcomePerson(db: Db, author: Author, met: Met): Promise<{ id: number; added: boolean }> {
  return inTransaction(db, author, async (db) => {
    const { given_name, family_name, email, phone, origin, metOn } = met;
    const known = email
      ? (await findLikelyPeople(db, { given_name, family_name, email })).find(
          ({ reason }) => reason === "email",
        )
      : undefined;
    const id =
      known?.id ??
      (await addPerson(db, author, {
        ...{ given_name, family_name, origin, last_contact_on: metOn },
        ...(email ? { email } : {}),
        ...(phone ? { phone } : {}),
      }));
    if (known)
      await sql`update directory.people set last_contact_on = ${metOn}, review_since = null, archived_at = null
        where id = ${id} and (last_contact_on is null or last_contact_on < ${metOn} or archived_at is not null)`.execute(
        db,
      );
    if (met.organisationId !== null && !(await actsFor(db, id, met.organisationId)))
      await addRole(
        db,
        author,
        { personId: id, organisationId: met.organisationId },
        { titre: "", genre: "other", depuis: null, jusqua: null, interlocuteur: false, vue: "staff" },
      );
    return { id, added: !known };
  });
}

const actsFor = (db: Db, personId: number, organisationId: number) =>
  db
    .selectFrom("directory.roles")
    .select("id")
    .where("person_id", "=", personId)
    .where("organisation_id", "=", organisationId)
    .where("until", "is", null)
    .executeTakeFirst();
