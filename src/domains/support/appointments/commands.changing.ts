import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import {
  columnsOf,
  exclusive,
  findOffer,
  nextVersion,
  type Outcome,
  type Place,
  writeBoth,
} from "./commands.booking.ts";
import type { Post } from "./commands.letters.ts";
import type { Host } from "./queries.hosts.ts";
import type { Appointment } from "./queries.ts";

/** Moves an appointment to a slot that its host offers; both are written to, and it will be reminded of again. */
export async function moveAppointment(
  db: Db,
  author: Author,
  post: Post,
  {
    appointment,
    host,
    slot,
    now,
  }: { appointment: Appointment; host: Host; slot: { startsAt: Date; openingId: number }; now: Date },
): Promise<Outcome> {
  return exclusive(db, author, host.id, "gone", async (db) => {
    const offer = await findOffer(db, host, slot, now, appointment.id);
    if (!offer) return { ok: false, refusal: "gone" };
    return changePlace(db, author, post, {
      appointment,
      place: offer,
      openingId: offer.openingId,
      now,
      by: "guest",
    });
  });
}

/** Moves an appointment to any time that is not taken, as the team decides. */
export async function placeAppointment(
  db: Db,
  author: Author,
  post: Post,
  { appointment, place, now }: { appointment: Appointment; place: Place; now: Date },
): Promise<Outcome> {
  return exclusive(db, author, appointment.host_id, "taken", (db) =>
    changePlace(db, author, post, { appointment, place, openingId: null, now, by: "host" }),
  );
}

async function changePlace(
  db: Db,
  author: Author,
  post: Post,
  change: {
    appointment: Appointment;
    place: Place;
    openingId: number | null;
    now: Date;
    by: "guest" | "host";
  },
): Promise<Outcome> {
  const { appointment, place, openingId, now, by } = change;
  if (by === "guest" && appointment.starts_at <= now) return { ok: false, refusal: "past" };
  const done = await db
    .updateTable("support.appointments")
    .set({
      ...columnsOf(place),
      opening_id: openingId,
      moved_at: now,
      reminded_at: null,
      ...nextVersion,
      ...nextSequence,
    })
    .where("id", "=", appointment.id)
    .where("version", "=", appointment.version)
    .where("state", "=", "booked")
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return { ok: false, refusal: "changed" };
  await writeBoth(db, post, appointment.id, "moved", author, by);
  return { ok: true, id: appointment.id };
}

/** Cancels an appointment to come: its time is offered again, and both are written to. Twice is once. */
export async function cancelAppointment(
  db: Db,
  author: Author,
  post: Post,
  { appointment, by, why, now }: { appointment: Appointment; by: "guest" | "host"; why: string; now: Date },
): Promise<Outcome> {
  if (by === "guest" && appointment.starts_at <= now) return { ok: false, refusal: "past" };
  return inTransaction(db, author, async (db) => {
    const done = await db
      .updateTable("support.appointments")
      .set({
        state: "cancelled",
        cancelled_at: now,
        cancelled_by: by,
        cancelled_why: why,
        ...nextVersion,
        ...nextSequence,
      })
      .where("id", "=", appointment.id)
      .where("state", "=", "booked")
      .executeTakeFirst();
    if (done.numUpdatedRows > 0n) await writeBoth(db, post, appointment.id, "cancelled", author, by);
    return { ok: true, id: appointment.id };
  });
}

/** What the team writes for itself of an appointment. */
export async function noteAppointment(
  db: Db,
  author: Author,
  id: number,
  version: number,
  notes: string,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("support.appointments")
      .set({ notes, ...nextVersion })
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

const nextSequence = { sequence: sql<number>`sequence + 1` };
