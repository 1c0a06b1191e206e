import { createHmac, randomUUID } from "node:crypto";
import { matchOrganisations } from "#domains/directory/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { openQuestions } from "./commands.answers.ts";
import { writeAgain, writeThem } from "./commands.confirming.ts";
import { fillPool, holdPlaces, type Post } from "./commands.places.ts";
import type { Addressee } from "./emails.tsx";
import type { Newcomer } from "./input.ts";
import { findBooking } from "./queries.event.ts";
import { clockOf, isChoosable, openingOf } from "./rules.opening.ts";
import { placesOf } from "./rules.places.ts";

/** Someone who has just registered. `place`: their position on the waiting list, 0 with a place. */
export interface Registered extends Addressee {
  email: string;
  place: number;
}

export type RegisterOutcome =
  /** `known`: how many of them already were; they got their link again, and keep their one place. */
  { ok: true; registered: readonly Registered[]; known: number } | { ok: false; refusal: "closed" | "over" };

interface Wish {
  eventId: number;
  /** The session chosen; null for a series. */
  sessionId: number | null;
  people: readonly Newcomer[];
  /** Staff add by hand before the opening and after the closing, and may do without the letter. */
  by: "form" | "staff";
  silent?: boolean;
}

/**
 * Registers people, in the order given: each gets a place while there is one, else waits behind those who wait. Whoever arrives
 * together comes one after the other. Each is written to, with their own link. An address that is already there keeps its
 * one place and gets its link again, once an hour at most. `closed` when registrations are not open, `over` when the
 * session chosen cannot be any more.
 */
export async function register(
  db: Db,
  author: Author,
  post: Post,
  { eventId, sessionId, people, by, silent }: Wish,
  now: Date,
): Promise<RegisterOutcome> {
  const organisations = await matchOrganisations(
    db,
    people.map(({ organisation }) => organisation).filter(Boolean),
  );
  return inTransaction(db, author, async (db) => {
    let booking = await holdPlaces(db, eventId);
    const clock = clockOf(now);
    if (!booking || booking.cancelled) return { ok: false, refusal: "closed" };
    if (by === "form" && openingOf(booking, booking.series, now, clock).is !== "open")
      return { ok: false, refusal: "closed" };
    const pool = booking.series ? null : sessionId;
    const session = booking.sessions.find(({ id }) => id === pool);
    if (!booking.series && !(session && (by === "staff" || isChoosable(session, clock))))
      return { ok: false, refusal: "over" };
    if ((await fillPool(db, post, booking, pool, now)) > 0)
      booking = (await findBooking(db, eventId)) ?? booking;

    const known = await findKnown(db, eventId, pool, people);
    const emails = new Set(known.map(({ email }) => email));
    const newcomers = people.filter(({ email }) => !email || !emails.has(email));
    const places = placesOf(booking, pool);
    const free = places.waiting > 0 ? 0 : (places.free ?? newcomers.length);
    const rows = newcomers.map((one, index) => {
      const match = organisations.get(one.organisation);
      return {
        ...one,
        event_id: eventId,
        session_id: pool,
        organisation_id: match && "sure" in match ? match.sure.id : null,
        person_key: personKey(post.config.secret, one.email),
        source: by,
        state: index < free ? "confirmed" : "waiting",
        confirmed_at: index < free ? now : null,
      };
    });
    const added = rows.length === 0 ? [] : await insert(db, rows);
    const registered = added.map((row, index) => ({
      ...row,
      place: index < free ? 0 : places.waiting + index - Math.max(0, free) + 1,
    }));
    const asked = await openQuestions(db, author, post, booking, registered, now);
    if (!silent) await writeThem(db, post, booking, registered, asked);
    if (by === "form") await writeAgain(db, post, booking, known, now);
    return { ok: true, registered, known: known.length };
  });
}

/** The same for the same address, and says nothing of it to who has not the secret of the site. */
export const personKey = (secret: string, email: string) =>
  email
    ? createHmac("sha256", secret).update(`agenda.person:${email}`).digest("base64url").slice(0, 22)
    : randomUUID();

const columns = ["id", "link", "given_name", "family_name", "email", "session_id"] as const;

function findKnown(db: Db, eventId: number, pool: number | null, people: readonly Newcomer[]) {
  const emails = people.map(({ email }) => email).filter(Boolean);
  return db
    .selectFrom("agenda.registrations")
    .select(columns)
    .where("event_id", "=", eventId)
    .where("session_id", pool === null ? "is" : "=", pool)
    .where("state", "<>", "cancelled")
    .where("email", "in", emails.length > 0 ? emails : [""])
    .where("email", "<>", "")
    .orderBy("id")
    .execute();
}

type NewRow = Newcomer & {
  event_id: number;
  session_id: number | null;
  organisation_id: number | null;
  person_key: string;
  source: string;
  state: string;
  confirmed_at: Date | null;
};

/** In the order given: their numbers and ranks follow it. */
const insert = (db: Db, rows: readonly NewRow[]) =>
  db.insertInto("agenda.registrations").values(rows).returning(columns).execute();
