import { sql } from "kysely";
import type { Invariant } from "#platform/invariant.ts";

/** The places of each event, or of each of its sessions when they are chosen apart: who has one, who waits. */
const pools = sql`
  select event.id as event_id, registration.session_id, event.capacity,
         count(*) filter (where registration.state = 'confirmed' and registration.source <> 'door') as taken,
         count(*) filter (where registration.state = 'waiting') as waiting
  from agenda.registrations registration
  join agenda.events event on event.id = registration.event_id
  where registration.state <> 'cancelled'
  group by event.id, registration.session_id`;

/** Those where someone waits though a place is free, and nothing has begun. */
export const unfilledPools = sql<{ event_id: number; session_id: number | null }>`
  select pool.event_id, pool.session_id from (${pools}) pool
  join agenda.events event on event.id = pool.event_id
  where pool.waiting > 0 and (pool.capacity is null or pool.taken < pool.capacity)
    and event.removed_at is null and event.cancelled_at is null and event.status = 'published'
    and (select min(session.starts_on) from agenda.sessions session
         where session.event_id = event.id and session.removed_at is null and session.cancelled_at is null
           and (pool.session_id is null or session.id = pool.session_id))
        > (now() at time zone 'Europe/Paris')::date`;

const place = sql`'événement ' || event_id || coalesce(', date ' || session_id, '')`;

export const registrationInvariants: readonly Invariant[] = [
  {
    says: "Aucun événement, aucune date n’a plus d’inscrits que de places.",
    offenders: sql`select ${place} as what from (${pools}) pool where taken > capacity`,
  },
  {
    says: "Personne n’attend tant qu’une place est libre.",
    offenders: sql`select ${place} as what from (${unfilledPools}) pool`,
  },
  {
    says: "Une personne n’a qu’une place à la même date.",
    offenders: sql`select 'événement ' || event_id as what from agenda.registrations
      where state <> 'cancelled' and email <> '' group by event_id, session_id, email having count(*) > 1`,
  },
  {
    says: "Qui a reçu une place de la liste d’attente en a été averti, s’il a une adresse.",
    offenders: sql`select 'inscription ' || registration.id as what from agenda.registrations registration
      where promoted_at is not null and state = 'confirmed' and email <> ''
        and not exists (select from agenda.registration_letters letter
                        where letter.registration_id = registration.id and letter.key like 'promotion %')`,
  },
];
