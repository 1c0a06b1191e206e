import type { Db } from "#platform/db/index.ts";

/** A training of ours with its dates: the day, the minutes, the people counted without their names. */
export async function aTrainingOf(db: Db, title: string, days: [string, number, number][]) {
  const event = await db
    .insertInto("agenda.events")
    .values({ title, training: true })
    .returning("id")
    .executeTakeFirstOrThrow();
  const sessions: number[] = [];
  for (const [starts_on, duration_minutes, participants] of days) {
    const row = { event_id: event.id, starts_on, duration_minutes, participants, online: true };
    const { id } = await db
      .insertInto("agenda.sessions")
      .values(row)
      .returning("id")
      .executeTakeFirstOrThrow();
    sessions.push(id);
  }
  return { id: event.id, sessions };
}

/** A person who registered and was there on these sessions. */
export async function came(db: Db, event_id: number, family_name: string, sessions: readonly number[]) {
  const { id } = await db
    .insertInto("agenda.registrations")
    .values({
      event_id,
      given_name: "Awa",
      family_name,
      person_key: family_name,
      source: "staff",
      state: "confirmed",
      confirmed_at: new Date(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  for (const session_id of sessions)
    await db
      .insertInto("agenda.attendances")
      .values({ registration_id: id, session_id, state: "present" })
      .execute();
  return id;
}
