import { sql } from "kysely";
import { clockAt, instantAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { forgetChanges } from "#platform/personal-data.ts";
import type { Services } from "#platform/web/env.ts";
import { writeToGuest } from "./commands.letters.ts";
import { findAppointment } from "./queries.ts";
import { keptMonths } from "./rules.keeping.ts";

/** How many reminders are written in one transaction: what a kill undoes, and the next run writes again. */
const batchSize = 25;
/** One who booked less than this ago has just had a letter; hours. */
const justBooked = 6;

/**
 * Writes to those whose appointment is tomorrow, each once for its date; run again after a crash, it goes on where it was.
 * Returns how many were written to.
 */
export async function remindOfTomorrow(
  { db, config, jobs }: Pick<Services, "db" | "config" | "jobs">,
  now: Date,
  { size = batchSize } = {},
): Promise<number> {
  const tomorrow = addDays(clockAt(now).day, 1);
  const [from, to] = [instantAt(tomorrow, "00:00"), instantAt(addDays(tomorrow, 1), "00:00")];
  let written = 0;
  let batch: number;
  do {
    batch = await inTransaction(db, system, async (db) => {
      const { rows } = await sql<{ id: number }>`
        update support.appointments set reminded_at = ${now} where id in (
          select id from support.appointments
          where state = 'booked' and reminded_at is null and starts_at >= ${from} and starts_at < ${to} and email <> ''
            and greatest(created_at, coalesce(moved_at, created_at)) < ${now}::timestamptz - ${justBooked} * interval '1 hour'
          order by starts_at, id limit ${size} for update skip locked)
        returning id`.execute(db);
      for (const { id } of rows) await remind(db, { config, jobs }, id);
      return rows.length;
    });
    written += batch;
  } while (batch === size);
  return written;
}

async function remind(db: Db, post: Pick<Services, "config" | "jobs">, id: number) {
  const appointment = await findAppointment(db, id);
  if (appointment) await writeToGuest(db, post, appointment, "reminder");
}

/** Erases who came to appointments that are over for `keptMonths`; what the figures count stays. Returns how many. */
export async function forgetGuests(db: Db, now: Date): Promise<number> {
  return inTransaction(db, system, async (db) => {
    const { rows } = await sql<{ id: number }>`
      update support.appointments
      set name = '', email = '', phone = '', message = '', notes = '', erased_at = ${now}, link = link + 1
      where erased_at is null and ends_at < ${now}::timestamptz - ${keptMonths} * interval '1 month'
      returning id`.execute(db);
    await forgetChanges(
      db,
      "support.appointments",
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
}
