import { sql } from "kysely";
import { addDays, dayInParis } from "#platform/dates.ts";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import { factsOf, noteLetters, type Post } from "../commands.places.ts";
import { reminderLetter } from "../emails.tsx";
import { findBooking } from "../queries.event.ts";
import { dueReminder, reminderKey } from "../rules.reminders.ts";
import { type Recipient, takeUntold } from "./queries.ts";

type Desk = Post & Pick<Services, "db">;

/** The furthest ahead that a reminder looks, in days. */
const furthest = 366;

interface Upcoming {
  event_id: number;
  session_id: number;
  series: boolean;
  starts_on: string;
  reminder_days: number[];
}

/** The first day of each series to come, and each day that is chosen apart; nothing cancelled. */
async function listUpcoming(db: Db, today: string): Promise<Upcoming[]> {
  const { rows } = await sql<Upcoming>`
    select event.id as event_id, session.id as session_id, event.series, session.starts_on, event.reminder_days
    from agenda.events event
    join lateral (
      select session.id, session.starts_on,
             row_number() over (order by session.starts_on, session.starts_at nulls first, session.id) as nth
      from agenda.sessions session
      where session.event_id = event.id and session.removed_at is null and session.cancelled_at is null
    ) session on not event.series or session.nth = 1
    where event.removed_at is null and event.cancelled_at is null and event.status = 'published'
      and session.starts_on > ${today}::date and session.starts_on <= ${addDays(today, furthest)}::date
      and exists (select from agenda.registrations registration
                  where registration.event_id = event.id and registration.state = 'confirmed')
    order by session.starts_on, session.id`.execute(db);
  return rows;
}

/**
 * Writes the reminders due today, a batch a transaction, each once to each person with a place since before its day. Run again
 * after a crash, it goes on where it was. Returns how many were written.
 */
export async function writeReminders(desk: Desk, now: Date, { size = 50 } = {}): Promise<number> {
  const today = dayInParis(now);
  let written = 0;
  for (const upcoming of await listUpcoming(desk.db, today)) {
    const due = dueReminder(upcoming.reminder_days, upcoming.starts_on, today);
    if (!due) continue;
    let batch: number;
    do {
      batch = await writeBatch(desk, upcoming, due, size);
      written += batch;
    } while (batch > 0);
  }
  return written;
}

function writeBatch(
  desk: Desk,
  { event_id, session_id, series, starts_on }: Upcoming,
  { days, confirmedBy }: { days: number; confirmedBy: string },
  size: number,
): Promise<number> {
  return inTransaction(desk.db, system, async (db) => {
    const key = reminderKey(session_id, starts_on, days);
    const rows = await takeUntold(db, key, async () => {
      const { rows } = await sql<Recipient>`
      select id, link, given_name, family_name, email, session_id from agenda.registrations registration
      where event_id = ${event_id} and session_id is not distinct from ${series ? null : session_id}
        and state = 'confirmed' and source <> 'door' and email <> ''
        and (confirmed_at at time zone 'Europe/Paris')::date <= ${confirmedBy}::date
        and not exists (select from agenda.registration_letters letter
                        where letter.registration_id = registration.id and letter.key = ${key})
      order by id limit ${size} for no key update skip locked`.execute(db);
      return rows;
    });
    const booking = rows.length > 0 ? await findBooking(db, event_id) : undefined;
    const session = booking?.sessions.find(({ id }) => id === session_id);
    if (!booking || !session) return 0;
    const facts = await factsOf(db, desk, booking);
    const letters: { registration_id: number; letter_id: number }[] = [];
    for (const who of rows)
      letters.push({
        registration_id: who.id,
        letter_id: await writeLetter(db, desk.jobs, {
          to: who.email,
          ...reminderLetter(facts, who, session),
        }),
      });
    await noteLetters(db, key, letters);
    return rows.length;
  });
}
