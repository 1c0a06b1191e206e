import { sql } from "kysely";
import { matchOrganisations } from "#domains/directory/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { personKey } from "../registrations/commands.register.ts";
import type { Mark, WalkIn } from "./rules.ts";

export interface Noted {
  present: readonly Mark[];
  absent: readonly Mark[];
}

/**
 * Notes who was there and who was not. A session of which anything is noted is taken by name: all the others who were to come that day are
 * noted absent, and the number of people of the session becomes the number of those present. A session where nobody is
 * present any more is not taken by name: its number is 0, to be typed.
 */
export function noteAttendance(
  db: Db,
  author: Author,
  eventId: number,
  { present, absent }: Noted,
  now: Date,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const marks = [
      ...present.map((mark) => ({ ...mark, state: "present" })),
      ...absent.map((mark) => ({ ...mark, state: "absent" })),
    ];
    if (marks.length === 0) return;
    // Two screens saved together come one after the other, and count what both noted.
    await sql`select from agenda.events where id = ${eventId} for no key update`.execute(db);
    await sql`
      insert into agenda.attendances (registration_id, session_id, state, noted_at)
      select registration.id, session.id, mark.state, ${now}
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
        as mark ("registrationId" bigint, "sessionId" bigint, state text)
      join agenda.registrations registration
        on registration.id = mark."registrationId" and registration.event_id = ${eventId} and registration.state = 'confirmed'
      join agenda.sessions session on session.id = mark."sessionId" and session.event_id = ${eventId}
        and session.removed_at is null and (registration.session_id is null or registration.session_id = session.id)
      on conflict (registration_id, session_id)
        do update set state = excluded.state, noted_at = excluded.noted_at
        where attendances.state <> excluded.state`.execute(db);
    await completeSessions(db, eventId, [...new Set(marks.map(({ sessionId }) => sessionId))], now);
  });
}

/** For each session touched: the others absent, the number of those present; or nothing, when nobody is any more. */
export async function completeSessions(
  db: Db,
  eventId: number,
  sessionIds: readonly number[],
  now: Date,
): Promise<void> {
  await sql`
    with taken as (
      select distinct session_id from agenda.attendances
      where session_id = any(${sessionIds}::bigint[]) and state = 'present'
    )
    insert into agenda.attendances (registration_id, session_id, state, noted_at)
    select registration.id, taken.session_id, 'absent', ${now} from taken
    join agenda.registrations registration on registration.event_id = ${eventId} and registration.state = 'confirmed'
      and registration.source <> 'door'
      and (registration.session_id is null or registration.session_id = taken.session_id)
    on conflict (registration_id, session_id) do nothing`.execute(db);
  await sql`
    delete from agenda.attendances where session_id = any(${sessionIds}::bigint[])
      and session_id not in (select session_id from agenda.attendances
                             where session_id = any(${sessionIds}::bigint[]) and state = 'present')`.execute(
    db,
  );
  await sql`
    update agenda.sessions session set participants = counted.present, version = version + 1, updated_at = now()
    from (select id, (select count(*)::int from agenda.attendances attendance
                      where attendance.session_id = asked.id and attendance.state = 'present') as present
          from unnest(${sessionIds}::bigint[]) as asked (id)) counted
    where session.id = counted.id and session.event_id = ${eventId} and session.participants <> counted.present`.execute(
    db,
  );
}

/**
 * Adds those who came without a place, present at this session: they take nobody's, and count among those who were there. One who was on the
 * list by their address is only noted present.
 */
export async function addWalkIns(
  db: Db,
  author: Author,
  secret: string,
  { eventId, sessionId, people }: { eventId: number; sessionId: number; people: readonly WalkIn[] },
  now: Date,
): Promise<void> {
  if (people.length === 0) return;
  const matches = await matchOrganisations(
    db,
    people.map(({ organisation }) => organisation).filter(Boolean),
  );
  await inTransaction(db, author, async (db) => {
    const { series } = await db
      .selectFrom("agenda.events")
      .select("series")
      .where("id", "=", eventId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    const pool = series ? null : sessionId;
    const known = await listKnown(db, eventId, pool, people);
    const emails = new Set(known.map(({ email }) => email));
    const rows = people
      .filter(
        ({ email }, index) =>
          !email || (!emails.has(email) && people.findIndex((one) => one.email === email) === index),
      )
      .map((one) => {
        const match = matches.get(one.organisation);
        return {
          ...one,
          event_id: eventId,
          session_id: pool,
          organisation_id: match && "sure" in match ? match.sure.id : null,
          person_key: personKey(secret, one.email),
          ...{ source: "door", state: "confirmed", confirmed_at: now },
        };
      });
    const added =
      rows.length === 0
        ? []
        : await db.insertInto("agenda.registrations").values(rows).returning("id").execute();
    // One who waited, and came all the same, is there: they stand beside the places, not in one.
    const waiting = known.filter(({ state }) => state === "waiting").map(({ id }) => id);
    if (waiting.length > 0)
      await db
        .updateTable("agenda.registrations")
        .set({ state: "confirmed", source: "door", confirmed_at: now, version: sql<number>`version + 1` })
        .where("id", "in", waiting)
        .execute();
    const present = [...known, ...added].map(({ id }) => ({ registrationId: id, sessionId }));
    await noteAttendance(db, author, eventId, { present, absent: [] }, now);
  });
}

function listKnown(db: Db, eventId: number, pool: number | null, people: readonly WalkIn[]) {
  const emails = people.map(({ email }) => email).filter(Boolean);
  return db
    .selectFrom("agenda.registrations")
    .select(["id", "email", "state"])
    .where("event_id", "=", eventId)
    .where("session_id", pool === null ? "is" : "=", pool)
    .where("state", "<>", "cancelled")
    .where("email", "<>", "")
    .where("email", "in", emails.length > 0 ? emails : [""])
    .execute();
}
