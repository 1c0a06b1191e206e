import { addPerson, addRole, splitName } from "#domains/directory/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Meeting } from "./queries.ts";

/** `known`: this name is already that of a person. */
export type PersonOutcome = { ok: true; personId: number } | { ok: false; refusal: "known" };

/**
 * Makes a person of the directory of someone met and only named: their name in its two parts, their address when the calendar
 * gave it, and their role in the organisation met when there was only one. The meeting says where the network has them from.
 */
export function makePerson(
  db: Db,
  author: Author,
  meeting: Meeting,
  line: Meeting["people"][number],
  day: string,
): Promise<PersonOutcome> {
  return inTransaction(db, author, async (db) => {
    const held = await db
      .selectFrom("activities.meeting_people")
      .select("id")
      .where("id", "=", line.id)
      .where("person_id", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!held) return { ok: false, refusal: "known" };
    const personId = await addPerson(db, author, {
      ...splitName(line.typed),
      email: line.email || null,
      origin: `Réunion « ${meeting.subject} » du ${day}`.slice(0, 300),
      last_contact_on: meeting.held_on,
    });
    const met = new Set(meeting.organisations.flatMap(({ organisation_id }) => organisation_id ?? []));
    const [organisationId] = met;
    if (met.size === 1 && organisationId !== undefined)
      await addRole(
        db,
        author,
        { personId, organisationId },
        { titre: "", genre: "other", depuis: null, jusqua: null, interlocuteur: false, vue: "staff" },
      );
    await db
      .updateTable("activities.meeting_people")
      .set({ person_id: personId, email: "" })
      .where("id", "=", line.id)
      .execute();
    return { ok: true, personId };
  });
}
