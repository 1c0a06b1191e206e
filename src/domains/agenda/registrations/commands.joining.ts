import { welcomePerson } from "#domains/directory/index.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { findRegistration } from "./queries.person.ts";

/**
 * Brings the person of a registration into the directory, because they asked or because the team needs it, and keeps the link. Gives their
 * number there; undefined when the registration says nothing of anyone any more.
 */
export function joinDirectory(
  db: Db,
  author: Author,
  { id, eventId, title }: { id: number; eventId: number; title: string },
): Promise<{ id: number; added: boolean } | undefined> {
  return inTransaction(db, author, async (db) => {
    const registration = await findRegistration(db, id);
    if (!registration || registration.event_id !== eventId || registration.forgotten_at) return undefined;
    const { given_name, family_name, email, phone, organisation_id, created_at } = registration;
    if (registration.person_id !== null) return { id: registration.person_id, added: false };
    const person = await welcomePerson(db, author, {
      ...{ given_name, family_name, email, phone, organisationId: organisation_id },
      origin: `Inscription : ${title}`.slice(0, 200),
      metOn: dayInParis(created_at),
    });
    await db
      .updateTable("agenda.registrations")
      .set({ person_id: person.id })
      .where("id", "=", id)
      .where("person_id", "is", null)
      .execute();
    return person;
  });
}
