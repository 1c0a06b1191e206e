import { sql } from "kysely";
import { dayInParis } from "#platform/dates.ts";
import { system } from "#platform/db/index.ts";
import type { JobDefinition } from "#platform/jobs/index.ts";
import type { Services } from "#platform/web/env.ts";
import { isWorkingDay } from "#platform/working-days.ts";
import { forgetMet } from "../personal.ts";
import { forgetEntries } from "./commands.entries.ts";
import { calendarAddress, readCalendarOf } from "./commands.reading.ts";

/** How far back calendars are read each morning, in weeks. */
const weeks = 2;

interface Due {
  id: number;
  user_id: string;
  secret: string;
  mine: string;
  email: string;
}

/** Asks for the reading of each calendar of someone who still works here; on other days than working ones, of none. */
export async function askReadings({ db, jobs }: Pick<Services, "db" | "jobs">, now: Date): Promise<void> {
  await forgetEntries(db, now);
  await forgetMet(db, now);
  if (!isWorkingDay(dayInParis(now))) return;
  const { rows } = await sql<{ id: number }>`
    select calendar.id from activities.calendars calendar
    join accounts.shared_staff account on account.id = calendar.user_id order by calendar.id`.execute(db);
  for (const { id } of rows)
    await jobs.enqueue(db, "activities.calendar", { calendarId: id }, { key: `calendar ${id}` });
}

/** Reads one calendar; one that is gone, or whose owner left, is nothing to do. What refuses to be read is said on its page. */
async function readDue({ db, config }: Services, calendarId: number, now: Date): Promise<void> {
  const { rows } = await sql<Due>`
    select calendar.id, calendar.user_id, calendar.secret, calendar.mine, account.email
    from activities.calendars calendar join accounts.shared_staff account on account.id = calendar.user_id
    where calendar.id = ${calendarId}`.execute(db);
  const [due] = rows;
  if (!due) return;
  const address = calendarAddress(config.baseUrl, config.insideAddresses);
  await readCalendarOf(db, system, due, { address, email: due.email, weeks, now });
}

export const calendarJobs: readonly JobDefinition[] = [
  {
    name: "activities.calendars",
    label: "Relire les agendas de l’équipe, oublier ce qui a fait son temps",
    cron: "40 5 * * *",
    run: (services) => askReadings(services, new Date()),
  },
  {
    name: "activities.calendar",
    label: "Relire un agenda",
    run: (services, data) => readDue(services, Number(data["calendarId"]), new Date()),
  },
];
