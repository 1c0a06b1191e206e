import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Addressee } from "../emails.tsx";
import type { AnnouncedLetter } from "./emails.tsx";
import type { Audience } from "./rules.ts";

export interface DueAnnouncement extends AnnouncedLetter {
  id: number;
  event_id: number;
  audience: string;
  certificate: boolean;
  signer: string;
  satisfaction: boolean;
}

/** What waits to be written, and whose time has come. */
export function listDueAnnouncements(db: Db, now: Date): Promise<DueAnnouncement[]> {
  return db
    .selectFrom("agenda.announcements")
    .select(["id", "event_id", "session_id", "kind", "audience", "subject", "text"])
    .select(["certificate", "signer", "satisfaction"])
    .where("done_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("due_at", "<=", now)
    .orderBy("id")
    .execute();
}

/** Someone to write to. */
export interface Recipient extends Addressee {
  email: string;
}

/** Those of an event that an audience means; `seen` reads who was there, at any of its sessions. */
export function audienceCondition(audience: Audience | string) {
  const seen = (state: string) =>
    sql`exists (select from agenda.attendances attendance
        where attendance.registration_id = registration.id and attendance.state = ${state})`;
  switch (audience) {
    case "confirmed":
      return sql`registration.state = 'confirmed'`;
    case "waiting":
      return sql`registration.state = 'waiting'`;
    case "present":
      return sql`registration.state = 'confirmed' and ${seen("present")}`;
    case "absent":
      return sql`registration.state = 'confirmed' and ${seen("absent")} and not ${seen("present")}`;
    default:
      return sql`registration.state <> 'cancelled'`;
  }
}

/** What an announcement is noted under: thanks are said once for an event, however many times they are asked for. */
export const keyOf = ({ kind, id }: { kind: string; id: number }) =>
  kind === "thanks" || kind === "missed" ? kind : `announcement ${id}`;

const stillToTell = ({ event_id, session_id, audience, ...announcement }: DueAnnouncement) => sql`
  registration.event_id = ${event_id} and email <> '' and ${audienceCondition(audience)}
  and (${session_id}::bigint is null or registration.session_id is null or registration.session_id = ${session_id})
  and not exists (select from agenda.registration_letters letter
                  where letter.registration_id = registration.id and letter.key = ${keyOf(announcement)})`;

/** Notes that everyone has been told, unless another run holds some whom it may still fail to tell. */
export async function finish(db: Db, announcement: DueAnnouncement, now: Date): Promise<void> {
  await sql`update agenda.announcements set done_at = ${now}
    where id = ${announcement.id} and done_at is null
      and not exists (select from agenda.registrations registration where ${stillToTell(announcement)})`.execute(
    db,
  );
}

/**
 * Takes at most `size` of those to whom this is to be written, and was not; held until the transaction ends. Those that another
 * run holds are left to it.
 */
export function takeRecipients(db: Db, announcement: DueAnnouncement, size: number): Promise<Recipient[]> {
  return takeUntold(db, keyOf(announcement), async () => {
    const { rows } = await sql<Recipient>`
      select registration.id, link, given_name, family_name, email, registration.session_id
      from agenda.registrations registration where ${stillToTell(announcement)}
      order by registration.id limit ${size} for no key update of registration skip locked`.execute(db);
    return rows;
  });
}

/**
 * Those that `take` holds and who were not told of this: a run that ended between the look and the hold has told them, which only
 * a second look can see. Empty when there is nobody left to take.
 */
export async function takeUntold(
  db: Db,
  key: string,
  take: () => Promise<Recipient[]>,
): Promise<Recipient[]> {
  for (let held = await take(); held.length > 0; held = await take()) {
    const ids = held.map(({ id }) => id);
    const told = await db
      .selectFrom("agenda.registration_letters")
      .select("registration_id")
      .where("key", "=", key)
      .where("registration_id", "=", sql<number>`any(${ids}::bigint[])`)
      .execute();
    const known = new Set(told.map(({ registration_id }) => registration_id));
    const untold = held.filter(({ id }) => !known.has(id));
    if (untold.length > 0) return untold;
  }
  return [];
}

/** How many an audience would be written to, and how many have no address. */
export async function countAudience(db: Db, eventId: number, audience: Audience, kind: string) {
  const { rows } = await sql<{ reached: number; without_address: number; written: number }>`
    select count(*) filter (where email <> '' and not told)::int as reached,
           count(*) filter (where email = '')::int as without_address,
           count(*) filter (where told)::int as written
    from (select email, exists (select from agenda.registration_letters letter
                  where letter.registration_id = registration.id and letter.key = ${kind}) as told
          from agenda.registrations registration
          where registration.event_id = ${eventId} and ${audienceCondition(audience)}) meant`.execute(db);
  return rows[0] ?? { reached: 0, without_address: 0, written: 0 };
}
