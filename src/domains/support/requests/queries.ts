import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Db, prepared } from "#platform/db/index.ts";
import { slotsOfReferent } from "../appointments/queries.hosts.ts";
import type { Stage } from "../rules.ts";
import { digestOf } from "./tokens.ts";

export interface Offer {
  offer: string;
  answer_days: number;
  /** Who answers what: as the rules of the settings say it. */
  answerers: { themes: string[]; departments: string[]; pole: string | null; referent_id: string | null }[];
  default_pole: string | null;
}

/** What the public page says: what is offered, who answers, when; one statement, planned once. */
export async function readOffer(db: Db): Promise<Offer> {
  const { rows } = await sql<Offer>`${prepared}
    select settings.offer, settings.answer_days,
      (select coalesce(jsonb_agg(line), '[]') from (
        select array(select label from vocabularies.shared_terms term where term.id = any(rule.theme_ids)
                     order by term.position, term.id) as themes,
          array(select name from territory.shared_departments department where department.code = any(rule.department_codes)
                order by department.name) as departments,
          (select label from vocabularies.shared_terms term where term.id = rule.pole_id) as pole, rule.referent_id
        from support.routing_rules rule order by rule.position, rule.id) line) as answerers,
      (select label from vocabularies.shared_terms term where term.id = settings.default_pole_id) as default_pole
    from support.settings settings`.execute(db);
  return rows[0] as Offer;
}

export interface FollowedRequest {
  id: number;
  course_id: number;
  subject: string;
  stage: Stage;
  name: string;
  email: string;
  organisation: string;
  message: string;
  answer_by: Day;
  withdrawn_at: Date | null;
  created_at: Date;
  referent_id: string | null;
  pole: string | null;
  next_step: string;
  answer_id: number | null;
  words: {
    id: number;
    body: string;
    written_by: string | null;
    from_requester: boolean;
    created_at: string;
  }[];
  documents: { id: number; title: string; created_at: string }[];
  /** Their appointments to come for it, the next first. */
  coming: { id: number; link: number; starts_at: string; ends_at: string; host: string }[];
  /** The word of the referent's page of slots, when they take appointments. */
  slots: string | null;
}

/** The request whose letter holds `token`, as who asked may see it: their own words and documents, and the answers. */
export async function findRequest(db: Db, token: string): Promise<FollowedRequest | undefined> {
  const { rows } = await sql<FollowedRequest>`
    select request.id, request.course_id, course.subject, course.stage, request.name, request.email, request.organisation,
      request.message, request.answer_by, request.withdrawn_at, request.created_at, course.referent_id,
      (select label from vocabularies.shared_terms term where term.id = course.pole_id) as pole,
      course.next_step, request.answer_id,
      (select coalesce(jsonb_agg(word order by word.id), '[]') from (
        select id, body, written_by, from_requester, created_at from support.words
        where course_id = course.id) word) as words,
      (select coalesce(jsonb_agg(document order by document.id), '[]') from (
        select id, title, created_at from support.documents
        where course_id = course.id and from_requester) document) as documents,
      (select coalesce(jsonb_agg(line order by line.starts_at, line.id), '[]') from (
        select appointment.id, appointment.link, appointment.starts_at, appointment.ends_at, host.name as host
        from support.appointments appointment join support.hosts host on host.id = appointment.host_id
        where appointment.course_id = course.id and appointment.state = 'booked' and appointment.ends_at > now()
          and lower(appointment.email) = request.email) line) as coming,
      ${slotsOfReferent} as slots
    from support.requests request
    join support.courses course on course.id = request.course_id and course.removed_at is null
    where request.token = ${digestOf(token)} and request.email <> ''`.execute(db);
  return rows[0];
}

/** The open request that this address already made for this organisation, if there is one. */
export async function findTwin(db: Db, email: string, organisation: string) {
  const { rows } = await sql<{ id: number; created_at: Date }>`
    select request.id, request.created_at from support.requests request
    join support.courses course on course.id = request.course_id and course.removed_at is null
    where request.email = ${email} and platform.fold(request.organisation) = platform.fold(${organisation})
      and course.stage <> 'closed' and request.withdrawn_at is null
    order by request.id desc limit 1`.execute(db);
  return rows[0];
}

/** The request to which this answer to the network's questions belongs. */
export async function findByAnswer(db: Db, answerId: number) {
  const { rows } = await sql<{ course_id: number; subject: string; withdrawn: boolean }>`
    select request.course_id, course.subject, request.withdrawn_at is not null or course.stage = 'closed' as withdrawn
    from support.requests request
    join support.courses course on course.id = request.course_id and course.removed_at is null
    where request.answer_id = ${answerId}`.execute(db);
  return rows[0];
}
