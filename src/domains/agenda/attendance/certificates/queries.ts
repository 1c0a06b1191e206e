import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { CertifiedDay } from "./commands.ts";

const certificates = (db: Db) =>
  db
    .selectFrom("agenda.certificates as certificate")
    .innerJoin("agenda.registrations as registration", "registration.id", "certificate.registration_id")
    .select(["certificate.id", "certificate.registration_id", "certificate.code", "certificate.holder"])
    .select(["certificate.title", "certificate.training", "certificate.objectives", "certificate.place"])
    .select(["certificate.minutes", "certificate.network", "certificate.signer", "certificate.issued_on"])
    .select(["certificate.revoked_at", "certificate.revoked_why", "registration.event_id"])
    .select(sql<CertifiedDay[]>`certificate.days`.as("days"));

export type Certificate = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

/** A certificate, by its number, of this event. */
export const findCertificate = (db: Db, eventId: number, id: number) =>
  certificates(db)
    .where("certificate.id", "=", id)
    .where("registration.event_id", "=", eventId)
    .executeTakeFirst();

/** The one that stands for a registration. */
export const findCertificateOf = (db: Db, registrationId: number) =>
  certificates(db)
    .where("registration.id", "=", registrationId)
    .where("certificate.revoked_at", "is", null)
    .executeTakeFirst();

/** The one that bears this code, revoked or not. */
export const findByCode = (db: Db, code: string) =>
  certificates(db).where("certificate.code", "=", code).executeTakeFirst();

/** All those of an event, by name, the last made first for one person. */
export const listCertificates = (db: Db, eventId: number) =>
  certificates(db)
    .where("registration.event_id", "=", eventId)
    .orderBy("certificate.holder")
    .orderBy("certificate.id", "desc")
    .execute();

/** Who was there and has no certificate that stands. */
export async function listUncertified(db: Db, eventId: number) {
  const { rows } = await sql<{ id: number; given_name: string; family_name: string }>`
    select id, given_name, family_name from agenda.registrations registration
    where event_id = ${eventId} and state = 'confirmed' and forgotten_at is null
      and exists (select from agenda.attendances attendance
                  where attendance.registration_id = registration.id and attendance.state = 'present')
      and not exists (select from agenda.certificates certificate
                      where certificate.registration_id = registration.id and certificate.revoked_at is null)
    order by platform.fold(family_name), id`.execute(db);
  return rows;
}

/** Who signed last: who most likely signs next. */
export async function findLastSigner(db: Db): Promise<string | undefined> {
  const last = await db
    .selectFrom("agenda.certificates")
    .select("signer")
    .where("signer", "<>", "")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.signer;
}
