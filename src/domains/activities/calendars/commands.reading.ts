import { sql } from "kysely";
import { openCalendar } from "#platform/calendar/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type GivenAddress, readGiven } from "#platform/outside/index.ts";
import { guessFacts } from "./queries.guesses.ts";
import { type Dated, type LeftReason, whyLeft } from "./rules.ts";
import type { ReadingRefusal } from "./texts.ts";

/** What a reading found. */
export interface ReadingDone {
  ok: true;
  /** Proposed now for the first time, and those that were waiting already. */
  fresh: number;
  waiting: number;
  /** Noted or refused before. */
  known: number;
  left: Partial<Record<LeftReason, number>>;
  unread: number;
}
export type ReadingOutcome = ReadingDone | { ok: false; refusal: ReadingRefusal };

interface Reader {
  userId: string;
  /** The addresses under which its owner is invited, in lower case. */
  mine: ReadonlySet<string>;
  calendarId: number | null;
}

const week = 7 * 86_400_000;

/**
 * Proposes to someone the meetings that a calendar holds in the last weeks and that are over: those noted or refused before
 * are not proposed again, those that wait take what the calendar says now, and those that it no longer holds go.
 */
export async function proposeFrom(
  db: Db,
  author: Author,
  reader: Reader,
  text: string,
  { weeks, now }: { weeks: number; now: Date },
): Promise<ReadingOutcome> {
  const from = new Date(now.getTime() - weeks * week);
  const read = await openCalendar(text, { from: from.toISOString(), to: now.toISOString() });
  if (!read.ok) return read;
  const over = read.occurrences.filter(({ endsAt }) => endsAt <= now.toISOString());
  const left: Partial<Record<LeftReason, number>> = {};
  const kept = over.filter((one) => {
    const reason = whyLeft(one, reader.mine);
    if (reason) left[reason] = (left[reason] ?? 0) + 1;
    return !reason;
  });
  const counts = await inTransaction(db, author, async (db) => {
    const known = await decided(db, reader.userId, kept);
    const open = kept.filter((one) => !known.has(keyOf(one)));
    const written = await write(db, reader, open);
    await forgetGone(db, reader, open, { from, now });
    return { known: kept.length - open.length, fresh: written, waiting: open.length - written };
  });
  return { ok: true, ...counts, left, unread: read.unread };
}

const keyOf = ({ uid, occurrence }: Pick<Dated, "uid" | "occurrence">) => `${uid}\n${occurrence}`;

async function decided(db: Db, userId: string, dated: readonly Dated[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("activities.calendar_entries")
    .select(["uid", "occurrence"])
    .where("user_id", "=", userId)
    .where("state", "<>", "waiting")
    .where("uid", "=", sql<string>`any(${dated.map(({ uid }) => uid)}::text[])`)
    .execute();
  return new Set(rows.map(keyOf));
}

/** How many were not there yet. */
async function write(db: Db, { userId, mine, calendarId }: Reader, dated: readonly Dated[]): Promise<number> {
  const facts = await guessFacts(db, dated, { owner: userId, mine });
  const rows = dated.map((one, at) => ({
    uid: one.uid,
    occurrence: one.occurrence,
    starts_at: one.startsAt,
    duration_minutes: Math.min(
      20_000,
      Math.round((Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 60_000),
    ),
    subject: one.subject.replace(/\s+/g, " ").trim().slice(0, 300),
    location: one.location.slice(0, 500),
    facts: facts[at],
  }));
  if (rows.length === 0) return 0;
  const { rows: written } = await sql<{ fresh: boolean }>`
    insert into activities.calendar_entries as entry
      (user_id, calendar_id, uid, occurrence, starts_at, duration_minutes, subject, location, facts)
    select distinct on (row.uid, row.occurrence) ${userId}::uuid, ${calendarId}::bigint, row.uid, row.occurrence, row.starts_at,
           row.duration_minutes, row.subject, row.location, row.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (uid text, occurrence text, starts_at timestamptz,
      duration_minutes integer, subject text, location text, facts jsonb)
    on conflict (user_id, uid, occurrence) do update set starts_at = excluded.starts_at,
      duration_minutes = excluded.duration_minutes, subject = excluded.subject, location = excluded.location,
      facts = excluded.facts, calendar_id = coalesce(excluded.calendar_id, entry.calendar_id)
      where entry.state = 'waiting'
    returning xmax = 0 as fresh`.execute(db);
  return written.filter(({ fresh }) => fresh).length;
}

/** What waited, came from this calendar, and is no longer in it. A file says nothing of what it does not hold. */
async function forgetGone(
  db: Db,
  { userId, calendarId }: Reader,
  dated: readonly Dated[],
  { from, now }: { from: Date; now: Date },
) {
  if (calendarId === null) return;
  await sql`delete from activities.calendar_entries entry
    where user_id = ${userId} and calendar_id = ${calendarId} and state = 'waiting'
      and starts_at >= ${from} and starts_at < ${now}
      and not exists (
        select from jsonb_to_recordset(${JSON.stringify(dated.map(({ uid, occurrence }) => ({ uid, occurrence })))}::jsonb)
          as row (uid text, occurrence text)
        where row.uid = entry.uid and row.occurrence = entry.occurrence)`.execute(db);
}

/** How an address of a calendar is asked for; `inside`: the settings let it be on the network's own machines. */
export const calendarAddress = (baseUrl: string, inside: boolean): GivenAddress => ({
  inside,
  userAgent: `Maillage (${baseUrl})`,
  accept: "text/calendar, */*;q=0.1",
  largest: 15_000_000,
  tryMs: 8000,
  budgetMs: 15_000,
});

/** Reads a calendar at its address and proposes what it holds; what was refused is kept beside it, to be said. */
export async function readCalendarOf(
  db: Db,
  author: Author,
  calendar: { id: number; user_id: string; secret: string; mine: string },
  how: { address: GivenAddress; email: string; weeks: number; now: Date },
): Promise<ReadingOutcome> {
  const answer = await readGiven(calendar.secret, how.address);
  const mine = new Set([how.email, calendar.mine].map((one) => one.trim().toLowerCase()).filter(Boolean));
  const reader = { userId: calendar.user_id, mine, calendarId: calendar.id };
  const outcome: ReadingOutcome = answer.ok
    ? await proposeFrom(db, author, reader, answer.body, how)
    : answer;
  await inTransaction(db, author, (db) =>
    db
      .updateTable("activities.calendars")
      .set(outcome.ok ? { read_at: how.now, refusal: null } : { refusal: outcome.refusal })
      .where("id", "=", calendar.id)
      .execute(),
  );
  return outcome;
}
