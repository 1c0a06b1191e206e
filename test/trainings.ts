import { addTraining } from "#domains/agenda/commands.ts";
import type { SessionFacts } from "#domains/agenda/rules.ts";
import { type Db, system } from "#platform/db/index.ts";

/** A session as the tests know it: online, three hours, seven people, on 18 February 2021. */
export const session: SessionFacts = {
  startsOn: "2021-02-18",
  endsOn: null,
  durationMinutes: 180,
  participants: 7,
  online: true,
  place: "",
  communeCode: null,
};

/** A listed training with one session, with the facts that the test cares for. */
export const aTraining = (
  db: Db,
  title = "Formation ECSI & Centre Sociaux",
  facts: Partial<SessionFacts> = {},
) =>
  addTraining(
    db,
    system,
    { title, description: "Pour les équipes.", visibility: "listed" },
    { ...session, ...facts },
  );

/** The sessions that count. */
export const countedSessions = (db: Db) =>
  db.selectFrom("agenda.shared_training_sessions").selectAll().orderBy("starts_on").execute();
