import { type RawBuilder, sql } from "kysely";
import { matchOrganisations } from "#domains/directory/index.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type Post, writeToGuest, writeToHost } from "./commands.letters.ts";
import { sureCourse } from "./queries.courses.ts";
import type { Host } from "./queries.hosts.ts";
import { listOffers, type Offer } from "./queries.slots.ts";
import { type Appointment, countToCome, findAppointment } from "./queries.ts";
import { mostToCome } from "./rules.keeping.ts";
import type { Mode, RefusalCode } from "./texts.ts";

/** What who comes says. */
export interface Guest {
  name: string;
  email: string;
  phone: string;
  /** As typed. */
  organisation: string;
  subject: string;
  message: string;
  themeId: number | null;
  /** The course of support for which they come, when it is known; else it is looked for. */
  courseId?: number | null;
}

export type Outcome<Done = { id: number }> = ({ ok: true } & Done) | { ok: false; refusal: RefusalCode };

/** What happens when and where. */
export interface Place {
  startsAt: Date;
  endsAt: Date;
  mode: Mode;
  place: string;
  communeCode: string | null;
  onlineUrl: string;
}

/**
 * Books a slot that this host offers now, and writes to both. `gone`: it is no longer offered, or another took it in the
 * meantime: the table itself refuses a second appointment at the same time, whatever arrives together.
 */
export async function bookAppointment(
  db: Db,
  author: Author,
  post: Post,
  {
    host,
    slot,
    guest,
    now,
  }: { host: Host; slot: { startsAt: Date; openingId: number }; guest: Guest; now: Date },
): Promise<Outcome> {
  if (!host.open) return { ok: false, refusal: "shut" };
  return exclusive(db, author, host.id, "gone", async (db) => {
    const offer = await findOffer(db, host, slot, now);
    if (!offer) return { ok: false, refusal: "gone" };
    if ((await countToCome(db, host.id, guest.email, now)) >= mostToCome)
      return { ok: false, refusal: "many" };
    const id = await insertAppointment(db, host.id, offer, guest, {
      source: "link",
      openingId: offer.openingId,
    });
    await writeBoth(db, post, id, "booked", author, "guest");
    return { ok: true, id };
  });
}

/** Adds an appointment by hand, at any time that is not taken. `letter`: who comes is written to. */
export async function addAppointment(
  db: Db,
  author: Author,
  post: Post,
  { hostId, place, guest, letter }: { hostId: number; place: Place; guest: Guest; letter: boolean },
): Promise<Outcome> {
  return exclusive(db, author, hostId, "taken", async (db) => {
    const id = await insertAppointment(db, hostId, place, guest, { source: "staff", openingId: null });
    const appointment = await reread(db, id);
    if (letter) await writeToGuest(db, post, appointment, "booked");
    await writeToHost(db, post, appointment, "booked", { accountId: author.accountId, by: "host" });
    return { ok: true, id };
  });
}

/** Writes to both in the transaction of the change. */
export async function writeBoth(
  db: Db,
  post: Post,
  id: number,
  occasion: "booked" | "moved" | "cancelled",
  { accountId }: Author,
  by: "guest" | "host",
) {
  const appointment = await reread(db, id);
  await writeToGuest(db, post, appointment, occasion, by);
  await writeToHost(db, post, appointment, occasion, { accountId: by === "guest" ? null : accountId, by });
}

async function reread(db: Db, id: number): Promise<Appointment> {
  const appointment = await findAppointment(db, id);
  if (!appointment) throw new Error(`Appointment ${id} was written and is not there.`);
  return appointment;
}

/** The slot asked for, when it is offered now. */
export async function findOffer(
  db: Db,
  host: Host,
  { startsAt, openingId }: { startsAt: Date; openingId: number },
  now: Date,
  except?: number,
): Promise<Offer | undefined> {
  const { day } = clockAt(startsAt);
  const offers = await listOffers(db, [host], { from: day, to: day, now, except: except ?? null });
  return offers.find(
    (offer) => offer.openingId === openingId && offer.startsAt.getTime() === startsAt.getTime(),
  );
}

async function insertAppointment(
  db: Db,
  host_id: number,
  place: Place,
  guest: Guest,
  { source, openingId }: { source: "link" | "staff"; openingId: number | null },
): Promise<number> {
  const match = guest.organisation
    ? (await matchOrganisations(db, [guest.organisation])).get(guest.organisation)
    : undefined;
  const organisationId = match && "sure" in match ? match.sure.id : null;
  const course_id =
    guest.courseId ?? (await sureCourse(db, { hostId: host_id, organisationId, email: guest.email }));
  const { id } = await db
    .insertInto("support.appointments")
    .values({
      host_id,
      course_id,
      opening_id: openingId,
      ...columnsOf(place),
      name: guest.name,
      email: guest.email,
      phone: guest.phone,
      organisation_typed: guest.organisation,
      organisation_id: organisationId,
      theme_id: guest.themeId,
      subject: guest.subject,
      message: guest.message,
      source,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Runs `work` while nobody else books with this host, so that two never wait for each other in a circle; what the table
 * refuses all the same is said with `refusal`.
 */
export async function exclusive(
  db: Db,
  author: Author,
  hostId: number,
  refusal: "gone" | "taken",
  work: (db: Db) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await inTransaction(db, author, async (db) => {
      await sql`select from support.hosts where id = ${hostId} for no key update`.execute(db);
      return work(db);
    });
  } catch (error) {
    if (isOverlap(error)) return { ok: false, refusal };
    throw error;
  }
}

/** PostgreSQL refused the row by the constraint `one_at_a_time` (23P01, exclusion_violation). */
const isOverlap = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "23P01" && "constraint" in error;

export const nextVersion: { version: RawBuilder<number>; updated_at: RawBuilder<Date> } = {
  version: sql<number>`version + 1`,
  updated_at: sql<Date>`now()`,
};

export const columnsOf = (place: Place) => ({
  starts_at: place.startsAt,
  ends_at: place.endsAt,
  mode: place.mode,
  place: place.place,
  commune_code: place.communeCode,
  online_url: place.onlineUrl,
});
