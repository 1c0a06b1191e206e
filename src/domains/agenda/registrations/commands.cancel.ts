import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { factsOf, fillPool, holdPlaces, noteLetters, type Post } from "./commands.places.ts";
import { cancelledLetter, confirmedLetter, waitingLetter } from "./emails.tsx";
import { findBooking } from "./queries.event.ts";
import { findRegistration } from "./queries.person.ts";
import { placesOf } from "./rules.places.ts";

/**
 * Cancels a registration, by the person or for them, and writes it to them. The place freed goes at once to who waited longest, with
 * a letter, in the same change. Twice is once; false when it was cancelled already.
 */
export function cancelRegistration(
  db: Db,
  author: Author,
  post: Post,
  { id, eventId, by }: { id: number; eventId: number; by: "person" | "staff" },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    if (!(await holdPlaces(db, eventId))) return false;
    const gone = await db
      .updateTable("agenda.registrations")
      .set((row) => ({
        state: "cancelled",
        cancelled_at: now,
        cancelled_by: by,
        version: row("version", "+", 1),
        updated_at: now,
      }))
      .where("id", "=", id)
      .where("event_id", "=", eventId)
      .where("state", "<>", "cancelled")
      .returning(["id", "link", "given_name", "family_name", "email", "session_id"])
      .executeTakeFirst();
    const booking = gone && (await findBooking(db, eventId));
    if (!gone || !booking) return false;
    if (gone.email) {
      const letter = cancelledLetter(await factsOf(db, post, booking), gone, by);
      const letter_id = await writeLetter(db, post.jobs, { to: gone.email, ...letter });
      await noteLetters(db, `cancellation ${now.getTime()}`, [{ registration_id: id, letter_id }]);
    }
    await fillPool(db, post, booking, gone.session_id, now);
    return true;
  });
}

export type RestoreOutcome =
  | { ok: true; state: "confirmed" | "waiting" }
  | { ok: false; refusal: "not_cancelled" | "registered_again" };

/**
 * Takes a cancellation back: a place when one is free and nobody waits, else the waiting list, where they were. Refused when they
 * have registered again since.
 */
export function restoreRegistration(
  db: Db,
  author: Author,
  post: Post,
  { id, eventId }: { id: number; eventId: number },
  now: Date,
): Promise<RestoreOutcome> {
  return inTransaction(db, author, async (db) => {
    const booking = await holdPlaces(db, eventId);
    const registration = await findRegistration(db, id);
    if (!booking || registration?.event_id !== eventId || registration.state !== "cancelled")
      return { ok: false, refusal: "not_cancelled" };
    const { session_id, email, source } = registration;
    const again =
      email !== "" &&
      (await db
        .selectFrom("agenda.registrations")
        .select("id")
        .where("event_id", "=", eventId)
        .where("session_id", session_id === null ? "is" : "=", session_id)
        .where("email", "=", email)
        .where("state", "<>", "cancelled")
        .executeTakeFirst());
    if (again) return { ok: false, refusal: "registered_again" };
    const { free, waiting } = placesOf(booking, session_id);
    const state = source === "door" || (waiting === 0 && free !== 0) ? "confirmed" : "waiting";
    await db
      .updateTable("agenda.registrations")
      .set((row) => ({
        state,
        cancelled_at: null,
        cancelled_by: null,
        ...(state === "confirmed" ? { confirmed_at: now } : {}),
        version: row("version", "+", 1),
        updated_at: now,
      }))
      .where("id", "=", id)
      .execute();
    const back = await findRegistration(db, id);
    if (email && back) {
      const facts = await factsOf(db, post, booking);
      const letter =
        state === "confirmed"
          ? confirmedLetter(facts, back, { asked: back.answer_state === "open" })
          : waitingLetter(facts, back, { place: back.place, asked: back.answer_state === "open" });
      const letter_id = await writeLetter(db, post.jobs, { to: email, ...letter });
      await noteLetters(db, `restoration ${now.getTime()}`, [{ registration_id: id, letter_id }]);
    }
    return { ok: true, state };
  });
}
