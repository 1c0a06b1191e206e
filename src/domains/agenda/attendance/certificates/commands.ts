import { sql } from "kysely";
import { findSettings } from "#domains/network/index.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Booking } from "../../registrations/queries.event.ts";
import { nameOf, wordWhere } from "../../registrations/texts.ts";
import { newCode } from "./rules.ts";

/** One day that someone was there. */
export interface CertifiedDay {
  day: string;
  minutes: number;
}

/**
 * Makes the certificate of each of these people who were there and have none: the days and hours that they were present, as they stand now.
 * Gives the registrations that have one, made now or before. Nobody who was never noted present gets one.
 */
export function issueCertificates(
  db: Db,
  author: Author,
  booking: Booking,
  people: readonly { id: number; given_name: string; family_name: string }[],
  { signer, now }: { signer: string; now: Date },
): Promise<Set<number>> {
  return inTransaction(db, author, async (db) => {
    if (people.length === 0) return new Set<number>();
    const ids = people.map(({ id }) => id);
    const { rows } = await sql<{ id: number; days: CertifiedDay[]; certified: boolean }>`
      select registration.id,
             exists (select from agenda.certificates certificate
                     where certificate.registration_id = registration.id and certificate.revoked_at is null) as certified,
             jsonb_agg(jsonb_build_object('day', session.starts_on, 'minutes',
               coalesce(nullif(session.duration_minutes, 0), extract(epoch from session.ends_at - session.starts_at)::int / 60, 0))
               order by session.starts_on, session.starts_at nulls first) as days
      from agenda.registrations registration
      join agenda.attendances attendance on attendance.registration_id = registration.id and attendance.state = 'present'
      join agenda.sessions session on session.id = attendance.session_id and session.removed_at is null
      where registration.id = any(${ids}::bigint[]) and registration.forgotten_at is null
      group by registration.id`.execute(db);
    const { name } = await findSettings(db);
    const certificates = rows
      .filter(({ certified }) => !certified)
      .flatMap(({ id, days }) => {
        const person = people.find((one) => one.id === id);
        return person
          ? [{ ...certificateOf(booking, days), registration_id: id, holder: nameOf(person) }]
          : [];
      })
      .map((certificate) => ({
        ...certificate,
        code: newCode(),
        network: name,
        signer,
        issued_on: dayInParis(now),
      }));
    if (certificates.length > 0) await db.insertInto("agenda.certificates").values(certificates).execute();
    return new Set(rows.map(({ id }) => id));
  });
}

function certificateOf(booking: Booking, days: readonly CertifiedDay[]) {
  const places = booking.sessions
    .filter(({ starts_on }) => days.some(({ day }) => day === starts_on))
    .map(wordWhere);
  return {
    title: booking.title,
    training: booking.training,
    objectives: booking.objectives,
    place: [...new Set(places)].join(" ; "),
    days: JSON.stringify(days),
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** Says that a certificate is worth nothing any more, and why; whoever checks it is told. False when it was so already. */
export async function revokeCertificate(
  db: Db,
  author: Author,
  { id, eventId, why }: { id: number; eventId: number; why: string },
  now: Date,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("agenda.certificates as certificate")
      .from("agenda.registrations as registration")
      .set({ revoked_at: now, revoked_why: why })
      .whereRef("registration.id", "=", "certificate.registration_id")
      .where("registration.event_id", "=", eventId)
      .where("certificate.id", "=", id)
      .where("certificate.revoked_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}
