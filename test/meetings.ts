import { logMeeting, type MeetingEntry } from "#domains/activities/commands.ts";
import { listMeetingTypes } from "#domains/activities/queries.ts";
import { type Db, system } from "#platform/db/index.ts";

/** The number of a type of meeting, by its name. */
export async function typeNamed(db: Db, label: string) {
  const types = await listMeetingTypes(db);
  return types.find((type) => type.label === label)?.id ?? 0;
}

/** A meeting logged by nobody in particular, with the facts that the test cares for. */
export async function aMeeting(db: Db, facts: Partial<MeetingEntry> = {}) {
  return logMeeting(db, system, {
    subject: "Comité de pilotage Mali",
    typeId: await typeNamed(db, "Comité de pilotage"),
    heldOn: "2021-03-04",
    durationMinutes: 90,
    participants: 6,
    online: true,
    places: [],
    organisations: [],
    notes: "",
    ...facts,
  });
}

/** What a person types in the form. */
export const saidOfMeeting = async (db: Db) => ({
  sujet: "Accompagnement du comité de jumelage",
  type: String(await typeNamed(db, "Accompagnement")),
  date: "6/1/21",
  duree: "1,5",
  participants: "3",
  lieux: "Soisson",
});

/** How many meetings the log counts. */
export const countMeetings = async (db: Db) =>
  (await db.selectFrom("activities.shared_meetings").select("id").execute()).length;
