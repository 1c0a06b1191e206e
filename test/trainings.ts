import { addEvent } from "#domains/agenda/events/commands.ts";
import { blankEvent, blankSession, type SessionEntry } from "#domains/agenda/events/entry.ts";
import { type Db, system } from "#platform/db/index.ts";

/** A session as the tests know it: online, three hours, seven people, on 18 February 2021. */
export const session: SessionEntry = {
  ...blankSession,
  startsOn: "2021-02-18",
  durationMinutes: 180,
  participants: 7,
  online: true,
};

/** A listed training with one session, with the facts that the test cares for. */
export const aTraining = (
  db: Db,
  title = "Formation ECSI & Centre Sociaux",
  facts: Partial<SessionEntry> = {},
) =>
  addEvent(
    db,
    system,
    { ...blankEvent, training: true, title, description: "Pour les équipes." },
    [{ ...session, ...facts }],
    "published",
  );

/** The sessions that count. */
export const countedSessions = (db: Db) =>
  db.selectFrom("agenda.shared_training_sessions").selectAll().orderBy("starts_on").execute();
