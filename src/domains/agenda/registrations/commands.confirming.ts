import type { Db } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { factsOf, noteLetters, type Post } from "./commands.places.ts";
import type { Registered } from "./commands.register.ts";
import { type Addressee, againLetter, confirmedLetter, waitingLetter } from "./emails.tsx";
import type { Booking } from "./queries.event.ts";

/** Writes to each who has just registered, with their own link; `asked`: they have questions to answer. */
export async function writeThem(
  db: Db,
  post: Post,
  booking: Booking,
  people: readonly Registered[],
  asked: boolean,
): Promise<void> {
  const facts = await factsOf(db, post, booking);
  const letters: { registration_id: number; letter_id: number }[] = [];
  for (const who of people) {
    if (!who.email) continue;
    const letter =
      who.place === 0
        ? confirmedLetter(facts, who, { asked })
        : waitingLetter(facts, who, { place: who.place, asked });
    letters.push({
      registration_id: who.id,
      letter_id: await writeLetter(db, post.jobs, { to: who.email, ...letter }),
    });
  }
  await noteLetters(db, "confirmation", letters);
}

/** Their link again, once an hour at most: nobody fills a mailbox by filling a form. */
export async function writeAgain(
  db: Db,
  post: Post,
  booking: Booking,
  known: readonly (Addressee & { email: string })[],
  now: Date,
): Promise<void> {
  if (known.length === 0) return;
  const key = `again ${now.toISOString().slice(0, 13)}`;
  const first = await db
    .insertInto("agenda.registration_letters")
    .values(known.map(({ id }) => ({ registration_id: id, key })))
    .onConflict((row) => row.doNothing())
    .returning("registration_id")
    .execute();
  const due = new Set(first.map(({ registration_id }) => registration_id));
  const facts = await factsOf(db, post, booking);
  for (const who of known)
    if (due.has(who.id)) await writeLetter(db, post.jobs, { to: who.email, ...againLetter(facts, who) });
}
