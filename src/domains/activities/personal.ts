import { type RawBuilder, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart, type Subject } from "#platform/personal-data.ts";

/** The lines that name them: as a person of the directory, by their address, or by their whole name when nobody was recognised. */
const theirs = ({ personId, emails, names }: Subject) => sql<boolean>`(
  met.person_id = ${personId} or (met.email <> '' and lower(met.email) = any(${[...emails]}::text[]))
  or (met.person_id is null and platform.fold(met.typed) <> ''
    and platform.fold(met.typed) = any(array(select platform.fold(one) from unnest(${[...names]}::text[]) one))))`;

const listMet = async (db: Db, subject: Subject) =>
  (
    await sql<{ id: number; typed: string; email: string; subject: string; held_on: Day }>`
      select met.id, met.typed, met.email, meeting.subject, meeting.held_on
      from activities.meeting_people met join activities.meetings meeting on meeting.id = met.meeting_id
      where ${theirs(subject)} order by meeting.held_on, met.id`.execute(db)
  ).rows;

const count = async (db: Db, of: RawBuilder<unknown>) =>
  (await sql<{ count: number }>`select count(*)::int as count ${of}`.execute(db)).rows[0]?.count ?? 0;

const calendars = (userId: string) => sql`from activities.calendars where user_id = ${userId}::uuid`;
const entries = (userId: string) => sql`from activities.calendar_entries where user_id = ${userId}::uuid`;
const present = (userId: string) => sql`from activities.meeting_staff where user_id = ${userId}::uuid`;
/** What calendars propose, where their address is named and nobody decided yet. */
const naming = (emails: readonly string[]) => sql`from activities.calendar_entries entry
  where exists (select from jsonb_array_elements(coalesce(entry.facts -> 'people', '[]')) one
                where lower(one ->> 'email') = any(${[...emails]}::text[]))`;

/** What the log keeps of people: who was met, and of the team, their calendars and their presence. */
export const meetingsPart: PersonalPart = {
  id: "activities",
  label: "Activité",
  async read(db, subject) {
    const { userId, emails } = subject;
    const own = userId
      ? (
          await sql<{ name: string; host: string; created_at: Date }>`
            select name, substring(secret from '^[a-z]+://(?:[^/@]*@)?([^/:?#]+)') as host, created_at ${calendars(userId)} order by id`.execute(
            db,
          )
        ).rows
      : [];
    return [
      {
        title: "Réunions où la personne est nommée",
        rows: (await listMet(db, subject)).map((row) => ({
          Réunion: row.subject,
          Date: row.held_on,
          "Nom écrit": row.typed,
          Adresse: row.email,
        })),
      },
      {
        title: "Agendas donnés",
        rows: own.map((row) => ({ Nom: row.name, Site: row.host, "Donné le": row.created_at.toISOString() })),
      },
      {
        title: "Réunions proposées par des agendas, et pas encore décidées",
        rows: [
          { Nombre: (await count(db, naming(emails))) + (userId ? await count(db, entries(userId)) : 0) },
        ].filter(({ Nombre }) => Nombre > 0),
      },
      {
        title: "Présences de l’équipe",
        rows: [{ Nombre: userId ? await count(db, present(userId)) : 0 }].filter(({ Nombre }) => Nombre > 0),
      },
    ];
  },
  async foresee(db, subject) {
    const { userId, emails } = subject;
    return [
      {
        what: "Nom et adresse parmi les personnes d’une réunion",
        count: (await listMet(db, subject)).length,
        outcome: "erased",
      },
      {
        what: "Réunions proposées par un agenda : nom et adresse",
        count: await count(db, naming(emails)),
        outcome: "erased",
      },
      ...(userId
        ? ([
            {
              what: "Agendas donnés, et leur adresse",
              count: await count(db, calendars(userId)),
              outcome: "erased",
            },
            {
              what: "Réunions proposées par ses agendas",
              count: await count(db, entries(userId)),
              outcome: "erased",
            },
            {
              what: "Présences de l’équipe à des réunions",
              count: await count(db, present(userId)),
              outcome: "kept",
              why: "Les heures restent comptées, sous un compte qui ne dit plus de nom.",
            },
          ] as const)
        : []),
    ];
  },
  async erase(db, subject) {
    const { userId, emails } = subject;
    const met = (await listMet(db, subject)).map(({ id }) => id);
    await sql`delete from activities.meeting_people where id = any(${met}::bigint[])`.execute(db);
    await forgetChanges(db, "activities.meeting_people", met);
    await sql`update activities.calendar_entries entry
      set facts = jsonb_set(entry.facts, '{people}', (
        select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(entry.facts -> 'people') one
        where lower(one ->> 'email') <> all(${[...emails]}::text[])))
      where entry.id in (select entry.id ${naming(emails)})`.execute(db);
    if (!userId) return;
    const { rows } = await sql<{ id: number }>`delete ${calendars(userId)} returning id`.execute(db);
    await sql`delete ${entries(userId)}`.execute(db);
    await forgetChanges(
      db,
      "activities.calendars",
      rows.map(({ id }) => id),
    );
  },
};

/**
 * Forgets who was met when it is time (0037): after three years, the name of whom the directory does not know; after one, their
 * address. The change log forgets them too.
 */
export async function forgetMet(db: Db, now: Date): Promise<void> {
  const { rows: names } = await sql<{ id: number }>`
    delete from activities.meeting_people met using activities.meetings meeting
    where meeting.id = met.meeting_id and met.person_id is null and meeting.held_on < (${now}::timestamptz - interval '3 years')::date
    returning met.id`.execute(db);
  const { rows: addresses } = await sql<{ id: number }>`
    update activities.meeting_people met set email = '' from activities.meetings meeting
    where meeting.id = met.meeting_id and met.email <> '' and meeting.held_on < (${now}::timestamptz - interval '1 year')::date
    returning met.id`.execute(db);
  await forgetChanges(
    db,
    "activities.meeting_people",
    [...names, ...addresses].map(({ id }) => id),
  );
}
