import { sql } from "kysely";
import { findTheme } from "#domains/network/index.ts";
import { addDays, dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction, system } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import { reminderLetter } from "./emails.tsx";
import { listStandings } from "./queries.ts";
import { isWorthWriting, mondayOf, weeksLooked } from "./rules.ts";

/** Says whether someone wants the reminder of Friday. */
export async function chooseReminder(db: Db, author: Author, userId: string, wanted: boolean): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("activities.reminders")
      .values({ user_id: userId, wanted })
      .onConflict((row) => row.column("user_id").doUpdateSet({ wanted }))
      .execute(),
  );
}

/**
 * Writes to each of the team what is missing of their meetings, once a week at most and only when something is; how many were
 * written. Each letter is written with the mark that it was, in one transaction: killed and run again, it goes on where it
 * was.
 */
export async function writeReminders(
  { db, config, jobs }: Pick<Services, "db" | "config" | "jobs">,
  now: Date,
): Promise<number> {
  const today = dayInParis(now);
  const week = mondayOf(today);
  const since = addDays(week, -7 * weeksLooked);
  const standings = await listStandings(db, { week, since, bareSince: addDays(today, -14), today });
  const { name: network } = await findTheme(db);
  let written = 0;
  for (const standing of standings.filter((one) => isWorthWriting(one, today))) {
    const letter = reminderLetter(standing, { network, baseUrl: config.baseUrl, today });
    written += await inTransaction(db, system, async (db) => {
      const { rows } = await sql`
        insert into activities.reminders as reminder (user_id, last_week) values (${standing.userId}, ${week})
        on conflict (user_id) do update set last_week = excluded.last_week
          where reminder.wanted and (reminder.last_week is null or reminder.last_week < excluded.last_week)
        returning user_id`.execute(db);
      if (rows.length === 0) return 0;
      const id = await writeLetter(db, jobs, { to: standing.email, ...letter });
      await db
        .updateTable("activities.reminders")
        .set({ last_letter_id: id })
        .where("user_id", "=", standing.userId)
        .execute();
      return 1;
    });
  }
  return written;
}
