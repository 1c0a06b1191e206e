import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Objective, TraineeKind, TraineeLine } from "./rules.ts";

/** The people of one training of the year who are of one kind. */
export interface TrainingLine extends TraineeLine {
  title: string;
  /** How many times they came in all: a person of three days came three times. */
  attendances: number;
  /** Taken by name, each person counted once; else by the number noted. */
  named: boolean;
}

export interface Trainers {
  inside_trainers: number;
  inside_minutes: number;
  outside_trainers: number;
  outside_minutes: number;
}

const ofYear = (year: number) =>
  sql`with trainees as materialized (select * from agenda.shared_trainees where year = ${year})`;

const lines = sql<TrainingLine>`
  select event.id as "eventId", event.title, coalesce(own.kind, evidence.trainee_kind, 'other') as kind,
         coalesce(evidence.objective, 'other') as objective, coalesce(evidence.specialty, '') as specialty,
         coalesce(evidence.subcontracted, false) as subcontracted, sum(trainee.people)::int as people,
         sum(trainee.minutes)::int as minutes, sum(trainee.attendances)::int as attendances, bool_and(trainee.named) as named
  from trainees trainee
  join agenda.events event on event.id = trainee.event_id
  left join agenda.training_evidence evidence on evidence.event_id = event.id
  left join agenda.trainee_kinds own on own.registration_id = trainee.registration_id
  group by event.id, event.title, coalesce(own.kind, evidence.trainee_kind, 'other'), evidence.objective,
           evidence.specialty, evidence.subcontracted
  order by event.title, event.id, 3`;

/** The years in which somebody came: looked for session by session, until the first one found. */
const years = sql`
  select distinct session.year from agenda.shared_sessions session
  where session.training and session.origin = 'own' and session.status = 'published' and not session.cancelled
    and (session.participants > 0 or exists (
      select from agenda.shared_attendances attendance
      where attendance.session_id = session.id and attendance.state = 'present'))`;

export interface YearEvidence {
  lines: TrainingLine[];
  trainers: Trainers;
  years: { year: number }[];
}

/** What the report of a year counts, training by training, with who taught: one statement. */
export async function readEvidence(db: Db, year: number): Promise<YearEvidence> {
  const { rows } = await sql<YearEvidence>`
    ${ofYear(year)}
    select (select coalesce(json_agg(line), '[]') from (${lines}) line) as lines,
           (select json_build_object('inside_trainers', coalesce(sum(inside_trainers), 0),
              'inside_minutes', coalesce(sum(inside_minutes), 0), 'outside_trainers', coalesce(sum(outside_trainers), 0),
              'outside_minutes', coalesce(sum(outside_minutes), 0))
            from agenda.training_evidence
            where event_id in (select event_id from trainees)) as trainers,
           (select coalesce(json_agg(json_build_object('year', year) order by year desc), '[]')
            from (${years}) known) as years`.execute(db);
  return rows[0] as YearEvidence;
}

/** The same lines, for an export. */
export async function* everyLine(db: Db, year: number): AsyncGenerator<TrainingLine> {
  yield* (await sql<TrainingLine>`${ofYear(year)} ${lines}`.execute(db)).rows;
}

export interface Evidence extends Trainers {
  eventId: number;
  title: string;
  kind: TraineeKind;
  objective: Objective;
  specialty: string;
  subcontracted: boolean;
  /** The last year that counts it; null when nobody came yet. */
  year: number | null;
  /** 0 until something is said. */
  version: number;
  updated_at: Date | null;
  /** Those whose presence was noted by name. */
  people: { registrationId: number; name: string; kind: TraineeKind | null }[];
}

/** What is said of a training for the report; undefined when it is no training of ours. */
export async function findEvidence(db: Db, eventId: number): Promise<Evidence | undefined> {
  const { rows } = await sql<Evidence>`
    select event.id as "eventId", event.title, coalesce(evidence.trainee_kind, 'other') as kind,
           coalesce(evidence.objective, 'other') as objective, coalesce(evidence.specialty, '') as specialty,
           coalesce(evidence.subcontracted, false) as subcontracted,
           coalesce(evidence.inside_trainers, 0) as inside_trainers, coalesce(evidence.inside_minutes, 0) as inside_minutes,
           coalesce(evidence.outside_trainers, 0) as outside_trainers,
           coalesce(evidence.outside_minutes, 0) as outside_minutes, coalesce(evidence.version, 0) as version,
           evidence.updated_at, (select max(year) from agenda.shared_trainees where event_id = event.id) as year,
           (select coalesce(json_agg(json_build_object('registrationId', registration.id, 'kind', own.kind,
                'name', coalesce(nullif(trim(registration.given_name || ' ' || registration.family_name), ''), 'Personne effacée'))
              order by registration.family_name, registration.given_name, registration.id), '[]')
            from agenda.registrations registration
            left join agenda.trainee_kinds own on own.registration_id = registration.id
            where registration.id in (select registration_id from agenda.shared_trainees
              where event_id = event.id and named)) as people
    from agenda.events event
    left join agenda.training_evidence evidence on evidence.event_id = event.id
    where event.id = ${eventId} and event.training and event.origin = 'own' and event.removed_at is null`.execute(
    db,
  );
  return rows[0];
}

/** The specialities already typed, to be proposed again. */
export async function listSpecialties(db: Db): Promise<string[]> {
  const { rows } = await sql<{ specialty: string }>`
    select specialty from agenda.training_evidence where specialty <> '' group by 1 order by count(*) desc, 1 limit 50`.execute(
    db,
  );
  return rows.map(({ specialty }) => specialty);
}
