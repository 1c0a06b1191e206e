import { sql } from "kysely";
import { findRecipient } from "#domains/accounts/index.ts";
import { openCalendar } from "#platform/calendar/index.ts";
import { type Author, type Db, inTransaction, system } from "#platform/db/index.ts";
import { type GivenAddress, readGiven } from "#platform/outside/index.ts";
import type { Services } from "#platform/web/env.ts";
import { forgetCalendars } from "./personal.hosts.ts";
import { busyPeriods } from "./rules.busy.ts";
import type { Period } from "./rules.slots.ts";

/** How far ahead a calendar is read, and how often; minutes between two failures grow to six hours. */
const readDays = 400;
const freshMinutes = 10;
const mostMinutes = 360;

/** How a calendar is asked; a test gives its own. `seconds`: how long laying it out may take. */
export type Asking = Partial<GivenAddress> & { seconds?: number };

export type CalendarReading =
  | { ok: true; periods: number }
  | { ok: false; refusal: string }
  | { ok: false; refusal: "none" };

/** Gives the address of the officer's own calendar, or takes it away (empty) with all that was read of it. */
export async function setCalendar(db: Db, author: Author, hostId: number, address: string): Promise<void> {
  await inTransaction(db, author, async (db) => {
    await db
      .updateTable("support.hosts")
      .set({ secret: address, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
      .where("id", "=", hostId)
      .execute();
    await forgetCalendars(db, [hostId]);
  });
}

/**
 * Reads the calendar of an officer and keeps when it is taken, never what it says. When it does not answer, what it said last
 * stays and slots with it; it is asked again later and later.
 */
export async function readCalendar(
  { db, config }: Pick<Services, "db" | "config">,
  hostId: number,
  now: Date,
  { seconds = 20, ...asking }: Asking = {},
): Promise<CalendarReading> {
  const host = await db
    .selectFrom("support.hosts")
    .select(["secret", "account_id"])
    .where("id", "=", hostId)
    .executeTakeFirst();
  if (!host?.secret) return { ok: false, refusal: "none" };
  const answer = await readGiven(host.secret, {
    userAgent: `Maillage (${config.baseUrl})`,
    accept: "text/calendar, text/plain;q=0.5, */*;q=0.1",
    tries: 2,
    ...asking,
  });
  const own = await findRecipient(db, host.account_id);
  const { periods, refusal } = answer.ok
    ? await layOut(answer.body, now, { seconds, own: own?.email })
    : { periods: undefined, refusal: answer.refusal };
  await inTransaction(db, system, async (db) => {
    // The address may have been changed while it was being read: what it said is then nothing to us.
    const { rows } =
      await sql`select from support.hosts where id = ${hostId} and secret = ${host.secret} for share`.execute(
        db,
      );
    if (rows.length === 0) return;
    await noteReading(db, hostId, now, refusal);
    if (periods) await keepPeriods(db, hostId, periods);
  });
  return refusal === null ? { ok: true, periods: periods?.length ?? 0 } : { ok: false, refusal };
}

/** When this text says that its owner is taken; laid out in a thread of its own, which is stopped when it takes too long. */
async function layOut(
  text: string,
  now: Date,
  { seconds, own }: { seconds: number; own: string | undefined },
) {
  const until = new Date(now.getTime() + readDays * 86_400_000);
  const window = { from: now.toISOString(), to: until.toISOString() };
  const read = await openCalendar(text, window, { seconds });
  if (read.ok) return { periods: busyPeriods(read, own), refusal: null };
  return { periods: undefined, refusal: read.refusal === "tooHeavy" ? "heavy" : "unreadable" };
}

async function noteReading(db: Db, hostId: number, now: Date, refusal: string | null) {
  await sql`
    insert into support.calendar_readings as reading (host_id, read_at, tried_at, next_at, failures, refusal)
    values (${hostId}, ${refusal === null ? now : null}, ${now}, ${now}::timestamptz + ${freshMinutes} * interval '1 minute',
            ${refusal === null ? 0 : 1}, ${refusal})
    on conflict (host_id) do update set
      read_at = coalesce(excluded.read_at, reading.read_at), tried_at = excluded.tried_at, refusal = excluded.refusal,
      failures = case when excluded.refusal is null then 0 else reading.failures + 1 end,
      next_at = excluded.tried_at + interval '1 minute' * case when excluded.refusal is null then ${freshMinutes}
        else least(${mostMinutes}, ${freshMinutes} * power(2, least(reading.failures, 10))) end`.execute(db);
}

async function keepPeriods(db: Db, hostId: number, periods: readonly Period[]) {
  await db.deleteFrom("support.busy_times").where("host_id", "=", hostId).execute();
  if (periods.length === 0) return;
  await sql`
    insert into support.busy_times (host_id, starts_at, ends_at)
    select ${hostId}, starts_at, ends_at
    from unnest(${periods.map(({ startsAt }) => startsAt)}::timestamptz[], ${periods.map(({ endsAt }) => endsAt)}::timestamptz[])
      as period (starts_at, ends_at)
    on conflict do nothing`.execute(db);
}

/** Reads the calendars whose turn has come, one after the other; those that fail do not stop the others. */
export async function readDueCalendars(
  services: Pick<Services, "db" | "config">,
  now: Date,
  asking: Asking = {},
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select host.id from support.hosts host
    left join support.calendar_readings reading on reading.host_id = host.id
    where host.secret <> '' and host.account_id in (select id from accounts.shared_accounts where closed_at is null)
      and coalesce(reading.next_at, ${now}) <= ${now}
    order by reading.next_at nulls first, host.id limit 200`.execute(services.db);
  for (const { id } of rows) await readCalendar(services, id, now, asking);
  return rows.length;
}

/** Before a booking: reads the calendar again when it was not in the last two minutes; waits four seconds at most, and never refuses. */
export async function freshenCalendar(
  services: Pick<Services, "db" | "config">,
  host: { id: number; secret: string; tried_at: Date | null },
  now: Date,
): Promise<void> {
  if (!host.secret || (host.tried_at && now.getTime() - host.tried_at.getTime() < 120_000)) return;
  await readCalendar(services, host.id, now, { tries: 1, tryMs: 2000, budgetMs: 2000, seconds: 2 });
}

/** The calendars of those who left the team are forgotten, address and all. Returns how many. */
export async function forgetLeftCalendars(db: Db): Promise<number> {
  return inTransaction(db, system, async (db) => {
    const { rows } = await sql<{ id: number }>`
      update support.hosts set secret = '', version = version + 1, updated_at = now()
      where secret <> '' and account_id in (select id from accounts.shared_accounts where closed_at is not null)
      returning id`.execute(db);
    await forgetCalendars(
      db,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
}
