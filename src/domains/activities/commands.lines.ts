import type { Db } from "#platform/db/index.ts";
import type { MeetingPlace, MetOrganisation, MetPerson } from "./rules.ts";

/** The places of a meeting, replaced. A line keeps its position, so that the change log tells what changed and nothing else. */
export async function writePlaces(db: Db, meeting_id: number, places: readonly MeetingPlace[]) {
  await db
    .deleteFrom("activities.meeting_places")
    .where("meeting_id", "=", meeting_id)
    .where("position", ">=", places.length)
    .execute();
  if (places.length === 0) return;
  await db
    .insertInto("activities.meeting_places")
    .values(
      places.map(({ typed, communeCode, countryCode }, position) => ({
        meeting_id,
        position,
        typed,
        commune_code: communeCode,
        country_code: countryCode,
      })),
    )
    .onConflict((line) =>
      line.columns(["meeting_id", "position"]).doUpdateSet((given) => ({
        typed: given.ref("excluded.typed"),
        commune_code: given.ref("excluded.commune_code"),
        country_code: given.ref("excluded.country_code"),
      })),
    )
    .execute();
}

/** The same for who was met. */
export async function writeOrganisations(db: Db, meeting_id: number, met: readonly MetOrganisation[]) {
  await db
    .deleteFrom("activities.meeting_organisations")
    .where("meeting_id", "=", meeting_id)
    .where("position", ">=", met.length)
    .execute();
  if (met.length === 0) return;
  await db
    .insertInto("activities.meeting_organisations")
    .values(
      met.map(({ typed, organisationId }, position) => ({
        meeting_id,
        position,
        typed,
        organisation_id: organisationId,
      })),
    )
    .onConflict((line) =>
      line.columns(["meeting_id", "position"]).doUpdateSet((given) => ({
        typed: given.ref("excluded.typed"),
        organisation_id: given.ref("excluded.organisation_id"),
      })),
    )
    .execute();
}

/** The same for the people met. */
export async function writePeople(db: Db, meeting_id: number, people: readonly MetPerson[]) {
  await db
    .deleteFrom("activities.meeting_people")
    .where("meeting_id", "=", meeting_id)
    .where("position", ">=", people.length)
    .execute();
  if (people.length === 0) return;
  await db
    .insertInto("activities.meeting_people")
    .values(
      people.map(({ typed, personId, email = "" }, position) => ({
        meeting_id,
        position,
        typed,
        email,
        person_id: personId,
      })),
    )
    .onConflict((line) =>
      line.columns(["meeting_id", "position"]).doUpdateSet((given) => ({
        typed: given.ref("excluded.typed"),
        email: given.ref("excluded.email"),
        person_id: given.ref("excluded.person_id"),
      })),
    )
    .execute();
}

/** Who of the team was there. */
export async function writeStaff(db: Db, meeting_id: number, staff: readonly string[]) {
  await db
    .deleteFrom("activities.meeting_staff")
    .where("meeting_id", "=", meeting_id)
    .$if(staff.length > 0, (query) => query.where("user_id", "not in", [...staff]))
    .execute();
  if (staff.length === 0) return;
  await db
    .insertInto("activities.meeting_staff")
    .values([...new Set(staff)].map((user_id) => ({ meeting_id, user_id })))
    .onConflict((line) => line.columns(["meeting_id", "user_id"]).doNothing())
    .execute();
}
