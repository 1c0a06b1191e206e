import type { Post } from "#domains/agenda/registrations/commands.places.ts";
import { register } from "#domains/agenda/registrations/commands.register.ts";
import type { Newcomer } from "#domains/agenda/registrations/input.ts";
import { addDays, dayInParis } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { rememberedJobs } from "./services.ts";
import { testConfig } from "./site.ts";

/** A day counted from today: events of the tests are always ahead, or behind. */
export const dayFrom = (days: number) => addDays(dayInParis(new Date()), days);

interface EventFacts {
  title?: string;
  capacity?: number | null;
  series?: boolean;
  training?: boolean;
  /** Days from today of its sessions; the first is next month unless told. */
  days?: readonly number[];
  price_cents?: number;
  registration?: "none" | "here" | "elsewhere";
  reminder_days?: readonly number[];
}

/** A published event that takes registrations, with its sessions of three hours. */
export async function anEvent(db: Db, facts: EventFacts = {}) {
  const { days = [30], reminder_days, ...rest } = facts;
  const { id } = await db
    .insertInto("agenda.events")
    .values({
      title: "Monter un projet au Mali",
      visibility: "listed",
      registration: "here",
      training: false,
      ...rest,
      ...(reminder_days ? { reminder_days: [...reminder_days] } : {}),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const sessions = await db
    .insertInto("agenda.sessions")
    .values(
      days.map((day) => ({
        event_id: id,
        starts_on: dayFrom(day),
        starts_at: "14:00",
        ends_at: "17:00",
        place: "Maison des associations, Lille",
      })),
    )
    .returning("id")
    .execute();
  return { id, sessions: sessions.map((session) => session.id) };
}

export const post = (): Post & { jobs: ReturnType<typeof rememberedJobs> } => ({
  config: testConfig,
  jobs: rememberedJobs(),
});

/** Someone who registers; their address is made from their name. */
export const person = (given_name = "Awa", facts: Partial<Newcomer> = {}): Newcomer => ({
  given_name,
  family_name: "Diop",
  email: `${given_name.toLowerCase()}@exemple.fr`,
  phone: "",
  organisation: "",
  needs: "",
  keep_contact: false,
  ...facts,
});

/** Registers people one after the other, from the form; their numbers, and whether they wait. */
export async function registered(
  db: Db,
  eventId: number,
  people: readonly Newcomer[],
  { sessionId = null, now = new Date() }: { sessionId?: number | null; now?: Date } = {},
) {
  const outcome = await register(db, system, post(), { eventId, sessionId, people, by: "form" }, now);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
  return outcome.registered;
}

/** What is on the lists of an event, in order. */
export const listed = (db: Db, eventId: number) =>
  db
    .selectFrom("agenda.registrations")
    .select(["id", "given_name", "email", "state", "rank"])
    .where("event_id", "=", eventId)
    .orderBy("rank")
    .orderBy("id")
    .execute();

/** The letters written, the first first. */
export const letters = (db: Db) =>
  db.selectFrom("platform.letters").select(["recipient", "subject", "text"]).orderBy("id").execute();
