import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { isTokenOf, registrationOf } from "./rules.token.ts";

/** A registration with all that is known of it; `place` is its position among those who wait, 0 when it does not. */
export function findRegistration(db: Db, id: number) {
  return db
    .selectFrom("agenda.registrations as registration")
    .leftJoin("directory.shared_organisations as known", "known.id", "registration.organisation_id")
    .leftJoin("questionnaires.shared_answers as answer", "answer.id", "registration.answer_id")
    .leftJoin("questionnaires.shared_answers as opinion", "opinion.id", "registration.satisfaction_answer_id")
    .leftJoin("agenda.certificates as certificate", (join) =>
      join
        .onRef("certificate.registration_id", "=", "registration.id")
        .on("certificate.revoked_at", "is", null),
    )
    .select([
      "registration.id",
      "registration.event_id",
      "registration.session_id",
      "registration.given_name",
      "registration.family_name",
      "registration.email",
      "registration.phone",
      "registration.organisation",
      "registration.organisation_id",
      "registration.needs",
      "registration.person_id",
      "registration.keep_contact",
      "registration.link",
      "registration.paid_at",
      "registration.paid_how",
      "registration.promoted_at",
      "registration.cancelled_at",
      "registration.cancelled_by",
      "registration.forgotten_at",
      "registration.version",
      "registration.created_at",
      "registration.updated_at",
      "registration.rank",
      "registration.answer_id",
      "registration.satisfaction_answer_id",
      sql<"form" | "staff" | "door">`registration.source`.as("source"),
      sql<"confirmed" | "waiting" | "cancelled">`registration.state`.as("state"),
      sql<string | null>`known.name`.as("organisation_name"),
      "answer.state as answer_state",
      "opinion.state as satisfaction_state",
      "certificate.id as certificate_id",
      "certificate.code as certificate_code",
      sql<number>`case when registration.state <> 'waiting' then 0 else (
        select count(*)::int from agenda.registrations other
        where other.event_id = registration.event_id and other.session_id is not distinct from registration.session_id
          and other.state = 'waiting' and (other.rank, other.id) <= (registration.rank, registration.id)) end`.as(
        "place",
      ),
    ])
    .where("registration.id", "=", id)
    .executeTakeFirst();
}

export type Registration = NonNullable<Awaited<ReturnType<typeof findRegistration>>>;

/** The registration that a personal link opens; undefined when the link is not, or no more, one of ours. */
export async function findByToken(db: Db, secret: string, token: string): Promise<Registration | undefined> {
  const id = registrationOf(token);
  const registration = id === undefined ? undefined : await findRegistration(db, id);
  return registration && !registration.forgotten_at && isTokenOf(secret, token, registration)
    ? registration
    : undefined;
}

/** The registration for which an answer was opened, as questions before or as an opinion after; for the pages of the answer. */
export function findOfAnswer(db: Db, column: "answer_id" | "satisfaction_answer_id", answerId: number) {
  return db
    .selectFrom("agenda.registrations as registration")
    .innerJoin("agenda.events as event", "event.id", "registration.event_id")
    .select([
      "registration.id",
      "registration.link",
      "registration.state",
      "event.id as event_id",
      "event.title",
    ])
    .where(`registration.${column}`, "=", answerId)
    .executeTakeFirst();
}
