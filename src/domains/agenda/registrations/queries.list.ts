import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { type ListQuestion, pageSize } from "./input.ts";

/** A registration in the list of an event. */
export interface RegistrationLine {
  id: number;
  session_id: number | null;
  given_name: string;
  family_name: string;
  email: string;
  phone: string;
  organisation: string;
  organisation_id: number | null;
  organisation_name: string | null;
  needs: string;
  state: string;
  source: string;
  paid_at: Date | null;
  paid_how: string;
  keep_contact: boolean;
  person_id: number | null;
  created_at: Date;
  rank: number;
  /** Where they stand among all those of the list who wait for the same; 0 when they do not. */
  place: number;
  /** At how many sessions they were. */
  present: number;
}

const group = sql<number>`case registration.state when 'confirmed' then 1 when 'waiting' then 2 else 3 end`;

/** The registrations that answer the question: those with a place, then those who wait in their order, then cancelled ones. */
const filtered = (eventId: number, asked: ListQuestion) => sql<RegistrationLine & { place_of: number }>`
  select registration.id, registration.session_id, given_name, family_name, email, phone, registration.organisation,
         registration.organisation_id, known.name as organisation_name, needs, registration.state, source, paid_at, paid_how,
         keep_contact, person_id, registration.created_at, rank, ${group} as place_of,
         case when registration.state <> 'waiting' then 0 else (
           select count(*)::int from agenda.registrations other
           where other.event_id = registration.event_id and other.state = 'waiting'
             and other.session_id is not distinct from registration.session_id and (other.rank, other.id) <= (registration.rank, registration.id))
         end as place,
         (select count(*)::int from agenda.attendances attendance
          where attendance.registration_id = registration.id and attendance.state = 'present') as present
  from agenda.registrations registration
  left join directory.shared_organisations known on known.id = registration.organisation_id
  where ${condition(eventId, asked)}`;

const condition = (eventId: number, asked: ListQuestion) => {
  const words = asked.q;
  return sql.join(
    [
      sql`registration.event_id = ${eventId}`,
      ...(asked.etat ? [states[asked.etat]] : []),
      ...(asked.session ? [sql`registration.session_id = ${asked.session}`] : []),
      ...(asked.paye ? [asked.paye === "oui" ? sql`paid_at is not null` : sql`paid_at is null`] : []),
      ...(words
        ? [
            sql`position(platform.fold(${words}) in
              platform.fold(concat_ws(' ', given_name, family_name, email, registration.organisation))) > 0`,
          ]
        : []),
    ],
    sql` and `,
  );
};

const states = {
  inscrits: sql`registration.state = 'confirmed' and source <> 'door'`,
  attente: sql`registration.state = 'waiting'`,
  annules: sql`registration.state = 'cancelled'`,
  place: sql`registration.state = 'confirmed' and source = 'door'`,
} as const;

/** A page of the registrations of an event, in one statement with their total. */
export async function listRegistrations(
  db: Db,
  eventId: number,
  asked: ListQuestion,
): Promise<{ rows: RegistrationLine[]; total: number }> {
  const page = asked.page ?? 1;
  const { rows } = await sql<RegistrationLine & { total: number }>`
    with listed as materialized (
      select registration.id, ${group} as place_of, rank from agenda.registrations registration
      where ${condition(eventId, asked)}
      order by place_of, rank, registration.id limit ${pageSize} offset ${(page - 1) * pageSize})
    select line.*, (select count(*)::int from agenda.registrations registration where ${condition(eventId, asked)}) as total
    from (${filtered(eventId, asked)}) line join listed using (id) order by line.place_of, line.rank, line.id`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** All of them, one after the other, for a file. */
export const everyRegistration = (db: Db, eventId: number, asked: ListQuestion) =>
  inPages(db, filtered(eventId, asked), { by: ["place_of", "rank", "id"] });

/** The figures of an event: a person counts once, whatever the sessions and the ways they registered; attendances each. */
export async function countRegistrations(db: Db, eventId: number) {
  const { rows } = await sql<{
    registered: number;
    waiting: number;
    cancelled: number;
    walk_ins: number;
    people: number;
    present_people: number;
    attendances: number;
    taken_sessions: number;
    paid: number;
    joining: number;
  }>`
    select count(*) filter (where state = 'confirmed' and source <> 'door')::int as registered,
           count(*) filter (where state = 'waiting')::int as waiting,
           count(*) filter (where state = 'cancelled')::int as cancelled,
           count(*) filter (where state = 'confirmed' and source = 'door')::int as walk_ins,
           (count(distinct person_key) filter (where state = 'confirmed'))::int as people,
           count(*) filter (where paid_at is not null and state <> 'cancelled')::int as paid,
           count(*) filter (where keep_contact and person_id is null and state <> 'cancelled' and forgotten_at is null)::int
             as joining,
           seen.people as present_people, seen.attendances, seen.sessions as taken_sessions
    from (select count(distinct registration.person_key) filter (where attendance.state = 'present')::int as people,
                 count(*) filter (where attendance.state = 'present')::int as attendances,
                 count(distinct attendance.session_id)::int as sessions
          from agenda.attendances attendance
          join agenda.registrations registration on registration.id = attendance.registration_id
          where registration.event_id = ${eventId}) seen
    left join agenda.registrations registration on registration.event_id = ${eventId}
    group by seen.people, seen.attendances, seen.sessions`.execute(db);
  return rows[0] ?? undefined;
}
export type RegistrationCounts = NonNullable<Awaited<ReturnType<typeof countRegistrations>>>;

/** What was written to someone, the last first. */
export function listLettersOf(db: Db, registrationId: number) {
  return db
    .selectFrom("agenda.registration_letters as line")
    .leftJoin("platform.letters as letter", "letter.id", "line.letter_id")
    .select(["line.id", "line.key", "line.written_at", "line.letter_id", "letter.subject", "letter.state"])
    .where("line.registration_id", "=", registrationId)
    .orderBy("line.id", "desc")
    .execute();
}

/** The announcements of an event, the last first, with how many letters each has written. */
export function listAnnouncements(db: Db, eventId: number) {
  return db
    .selectFrom("agenda.announcements as announcement")
    .select((row) => [
      "announcement.id",
      "announcement.kind",
      "announcement.audience",
      "announcement.subject",
      "announcement.due_at",
      "announcement.done_at",
      "announcement.withdrawn_at",
      "announcement.created_at",
      jsonArrayFrom(
        row
          .selectFrom("agenda.registration_letters as letter")
          .where("letter.key", "=", sql<string>`'announcement ' || announcement.id`)
          .innerJoin("agenda.registrations as registration", "registration.id", "letter.registration_id")
          .whereRef("registration.event_id", "=", "announcement.event_id")
          .select((count) => count.fn.countAll<number>().as("count")),
      ).as("written"),
    ])
    .where("announcement.event_id", "=", eventId)
    .orderBy("announcement.id", "desc")
    .limit(20)
    .execute();
}
