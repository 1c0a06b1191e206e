import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";

/** Whether someone wants the reminder of Friday; nothing when they never said. */
export function findReminder(db: Db, userId: string) {
  return db
    .selectFrom("activities.reminders")
    .select(["wanted"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

/** A meeting of someone's, of which little is said. */
export interface BareMeeting {
  id: number;
  subject: string;
  heldOn: Day;
  participants: number;
  organisations: number;
}

/** What the reminder looks at, for one of the team. */
export interface Standing {
  userId: string;
  name: string;
  email: string;
  /** The day of their first meeting of the log; null when there is none. */
  firstOn: Day | null;
  /** Mondays of the weeks, among the last, when they had a meeting. */
  weeks: Day[];
  waiting: number;
  bare: BareMeeting[];
}

/**
 * What stands for each of the team who wants a reminder and was not written to this week: their weeks with meetings since `since`,
 * what waits, and the meetings that they logged since `bareSince` without participants or without organisation.
 */
export async function listStandings(
  db: Db,
  { week, since, bareSince, today }: { week: Day; since: Day; bareSince: Day; today: Day },
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select account.id as "userId", account.name, account.email,
      (select min(first.held_on) from activities.shared_meeting_staff first where first.user_id = account.id)::text as "firstOn",
      array(select distinct date_trunc('week', held.held_on)::date::text from activities.shared_meeting_staff held
            where held.user_id = account.id and held.held_on between ${since}::date and ${today}::date order by 1) as weeks,
      (select count(*)::int from activities.calendar_entries entry
       where entry.user_id = account.id and entry.state = 'waiting') as waiting,
      (select coalesce(jsonb_agg(line order by line."heldOn" desc, line.id desc), '[]') from (
        select meeting.id, meeting.subject, meeting.held_on as "heldOn", meeting.participants,
               (select count(*)::int from activities.meeting_organisations met where met.meeting_id = meeting.id) as organisations
        from activities.meetings meeting
        where meeting.logged_by = account.id and meeting.removed_at is null and meeting.import_id is null
          and meeting.held_on between ${bareSince}::date and ${today}::date
          and (meeting.participants = 0 or not exists (
            select from activities.meeting_organisations met where met.meeting_id = meeting.id))
        order by meeting.held_on desc, meeting.id desc limit 10) line) as bare
    from accounts.shared_staff account
    left join activities.reminders reminder on reminder.user_id = account.id
    where coalesce(reminder.wanted, true) and (reminder.last_week is null or reminder.last_week < ${week}::date)
    order by account.id`.execute(db);
  return rows;
}
