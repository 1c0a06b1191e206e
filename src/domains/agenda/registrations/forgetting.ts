import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { forgetChanges } from "#platform/personal-data.ts";

/** How long is kept what says who came, after the last day of the event. */
export const kept = { needsDays: 30, contactYears: 3, trainingYears: 6 } as const;

const lastDay = sql`(select max(coalesce(session.ends_on, session.starts_on)) from agenda.sessions session
  where session.event_id = registration.event_id)`;
const endedBefore = (interval: RawBuilder<unknown>, now: Date) =>
  sql<SqlBool>`coalesce(${lastDay}, registration.created_at::date) < (${now}::timestamptz - ${interval})::date`;
const ofTraining = sql`exists (select from agenda.events event where event.id = registration.event_id and event.training)`;
/** Proves a training: was there, by name. */
const isProof = sql`(${ofTraining} and exists (select from agenda.attendances attendance
  where attendance.registration_id = registration.id and attendance.state = 'present'))`;

const years = (count: number) => sql`make_interval(years => ${count})`;

/** Erases what has served its time, as the notice of the form says: needs, then addresses, then names. Gives how many lines. */
export function forgetPeople(db: Db, author: Author, now: Date): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const needs = await change(
      db,
      sql`needs = ''`,
      sql`needs <> '' and ${endedBefore(sql`make_interval(days => ${kept.needsDays})`, now)}`,
    );
    const contacts = await change(
      db,
      sql`email = '', phone = '', link = link + 1`,
      sql`(email <> '' or phone <> '') and ${endedBefore(years(kept.contactYears), now)}`,
    );
    const names = await forgetNames(
      db,
      sql`forgotten_at is null and ${endedBefore(years(kept.contactYears), now)}
        and (not ${isProof} or ${endedBefore(years(kept.trainingYears), now)})`,
      now,
    );
    return new Set([...needs, ...contacts, ...names]).size;
  });
}

/**
 * Takes out of registrations all that says who it was, and gives each person one key that leads to nobody, so that they still count once. Their
 * certificates lose the name and are revoked.
 */
export async function forgetNames(db: Db, which: RawBuilder<unknown>, now: Date): Promise<number[]> {
  await sql`
    update agenda.registrations registration set person_key = fresh.key
    from (select person_key, gen_random_uuid()::text as key from (
            select distinct person_key from agenda.registrations registration where ${which}) known) fresh
    where registration.person_key = fresh.person_key and (${which})`.execute(db);
  const forgotten = await change(
    db,
    sql`given_name = '', family_name = '', email = '', phone = '', organisation = '', needs = '', person_id = null,
        keep_contact = false, paid_how = '', link = link + 1, forgotten_at = ${now},
        state = case when state = 'waiting' then 'cancelled' else state end,
        cancelled_at = case when state = 'waiting' then ${now} else cancelled_at end`,
    which,
  );
  const { rows } = await sql<{ id: number }>`
    update agenda.certificates set holder = '', revoked_at = coalesce(revoked_at, ${now}),
      revoked_why = 'Le nom a été effacé.'
    where registration_id = any(${forgotten}::bigint[]) and holder <> '' returning id`.execute(db);
  await forgetChanges(
    db,
    "agenda.certificates",
    rows.map(({ id }) => id),
  );
  return forgotten;
}

/** Changes these registrations, and takes the same out of the change log; their numbers. */
async function change(db: Db, set: RawBuilder<unknown>, which: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update agenda.registrations registration set ${set}, version = version + 1, updated_at = now()
    where ${which} returning id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await forgetChanges(db, "agenda.registrations", ids);
  return ids;
}
