import { sql } from "kysely";
import { findTheme } from "#domains/network/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import { type Addressee, type LetterFacts, promotedLetter } from "./emails.tsx";
import { type Booking, findBooking } from "./queries.event.ts";
import { clockOf, isChoosable } from "./rules.opening.ts";
import { placesOf } from "./rules.places.ts";

/** What writing letters asks for. */
export type Post = Pick<Services, "config" | "jobs">;

/**
 * Holds the places of an event until the transaction ends: whoever else would give or free one waits, in order of arrival.
 * A change of its capacity waits too. Gives the event as it stands then; undefined when there is none.
 */
export async function holdPlaces(db: Db, eventId: number): Promise<Booking | undefined> {
  await sql`select from agenda.events where id = ${eventId} for no key update`.execute(db);
  return findBooking(db, eventId);
}

/** What the letters of an event need, once for all of them. */
export async function factsOf(db: Db, { config }: Post, booking: Booking): Promise<LetterFacts> {
  return { theme: await findTheme(db), baseUrl: config.baseUrl, secret: config.secret, booking };
}

/** Notes what was written to whom, in one statement; each key once. */
export async function noteLetters(
  db: Db,
  key: string,
  letters: readonly { registration_id: number; letter_id: number }[],
): Promise<void> {
  if (letters.length === 0) return;
  await db
    .insertInto("agenda.registration_letters")
    .values(letters.map((line) => ({ ...line, key })))
    .execute();
}

/**
 * Gives the free places of an event that is held (`holdPlaces`), or of one of its sessions, to those who have waited longest, and writes to
 * them: a place and its letter are one change. Nobody is called for what has begun or is cancelled. Returns how many.
 */
export async function fillPool(
  db: Db,
  post: Post,
  booking: Booking,
  sessionId: number | null,
  now: Date,
): Promise<number> {
  const { free, waiting } = placesOf(booking, sessionId);
  if (waiting === 0 || free === 0 || !isAhead(booking, sessionId, now)) return 0;
  const { rows } = await sql<Addressee & { email: string }>`
    update agenda.registrations
    set state = 'confirmed', confirmed_at = ${now}, promoted_at = ${now}, version = version + 1, updated_at = now()
    where id in (
      select id from agenda.registrations
      where event_id = ${booking.id} and session_id is not distinct from ${sessionId} and state = 'waiting'
      order by rank, id limit ${free ?? null}::bigint)
    returning id, link, given_name, family_name, email, session_id`.execute(db);
  const facts = await factsOf(db, post, booking);
  const letters: { registration_id: number; letter_id: number }[] = [];
  for (const who of rows)
    if (who.email)
      letters.push({
        registration_id: who.id,
        letter_id: await writeLetter(db, post.jobs, { to: who.email, ...promotedLetter(facts, who) }),
      });
  await noteLetters(db, `promotion ${now.getTime()}`, letters);
  return rows.length;
}

function isAhead({ cancelled, status, sessions, series }: Booking, sessionId: number | null, now: Date) {
  if (cancelled || status !== "published") return false;
  const clock = clockOf(now);
  const concerned = series ? sessions.slice(0, 1) : sessions.filter(({ id }) => id === sessionId);
  return concerned.some((session) => isChoosable(session, clock));
}

/**
 * Gives every free place of an event to those who wait: to be called in the transaction that raises its capacity. The job does it
 * again every few minutes, for what was changed otherwise. Returns how many got a place.
 */
export function fillPlaces(db: Db, author: Author, post: Post, eventId: number, now: Date): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const booking = await holdPlaces(db, eventId);
    let given = 0;
    for (const { session_id } of booking?.pools ?? [])
      if (booking) given += await fillPool(db, post, booking, session_id, now);
    return given;
  });
}
