import { type RawBuilder, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Db, prepared } from "#platform/db/index.ts";
import { mayBeNamed, type Organiser, organisersOf } from "./lines.ts";
import type { EventPart } from "./parts.ts";

/** A date of an event, as its page says it: all but what is given to those registered. */
export interface PublicSession {
  id: number;
  title: string;
  starts_on: Day;
  ends_on: Day | null;
  starts_at: string | null;
  ends_at: string | null;
  duration_minutes: number;
  cancelled: boolean;
  moved_from: Day | null;
  moved_from_at: string | null;
  online: boolean;
  place: string;
  address: string;
  commune: string | null;
  postal_code: string | null;
  department: string | null;
  longitude: number | null;
  latitude: number | null;
  /** People who came, once it has been held. */
  participants: number;
}

interface Term {
  code: string;
  label: string;
}

/** An event as everyone sees it. */
export interface PublicEvent {
  id: number;
  title: string;
  training: boolean;
  kind: string | null;
  nature: "thematic" | "methodological" | null;
  module: { id: number; title: string } | null;
  cycle: string | null;
  description: string;
  objectives: string;
  cancelled: boolean;
  cancelled_why: string;
  dropped: boolean;
  origin: "own" | "relayed";
  planned_period: string;
  planned_from: Day | null;
  planned_to: Day | null;
  programme_year: number | null;
  audience: string;
  audience_types: string[];
  pole: string | null;
  axis: string | null;
  mission: string | null;
  scheme: string | null;
  sectors: string[];
  goals: (Term & { colour: string | null })[];
  countries: Term[];
  website: string;
  accessibility: string;
  contact: string;
  picture_file_id: string | null;
  picture_text: string;
  registration: "none" | "here" | "elsewhere";
  registration_url: string;
  /** When one may register; null: no bound. */
  opens_at: string | null;
  closes_at: string | null;
  price_cents: number;
  price_words: string;
  organisers: Organiser[];
  /** Those that the public directory does not show. */
  unnamed: number;
  sessions: PublicSession[];
  updated_at: string;
}

const list = (of: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;
const label = (id: string) =>
  sql`(select term.label from vocabularies.shared_terms term where term.id = ${sql.ref(id)})`;
const labels = (ids: string) => sql`(select coalesce(jsonb_agg(term.label order by term.position), '[]')
  from vocabularies.shared_terms term where term.id = any(${sql.ref(ids)}))`;

const eventColumns = sql`event.id, event.title, event.training, ${label("event.kind_id")} as kind, event.nature,
  (select jsonb_build_object('id', module.id, 'title', module.title) from agenda.modules module
    where module.id = event.module_id and module.retired_at is null) as module,
  (select ${label("module.cycle_id")} from agenda.modules module where module.id = event.module_id) as cycle,
  event.description, event.objectives, event.cancelled_at is not null as cancelled, event.cancelled_why,
  event.dropped_at is not null as dropped, event.origin, event.planned_period, event.planned_from, event.planned_to,
  event.programme_year, event.audience, ${labels("event.audience_type_ids")} as audience_types,
  ${label("event.pole_id")} as pole, ${label("event.axis_id")} as axis, ${label("event.mission_id")} as mission,
  ${label("event.scheme_id")} as scheme, ${labels("event.sector_ids")} as sectors,
  ${list(sql`select term.code, term.label, term.colour from vocabularies.shared_terms term
    where term.id = any(event.goal_ids) order by term.position`)} as goals,
  ${list(sql`select country.code, country.name as label from territory.shared_countries country
    where country.code = any(event.country_codes) order by platform.fold(country.name)`)} as countries,
  event.website, event.accessibility, event.contact, event.picture_file_id, event.picture_text, event.registration,
  event.registration_url, to_json(event.opens_at)#>>'{}' as opens_at, to_json(event.closes_at)#>>'{}' as closes_at,
  event.price_cents, event.price_words, ${organisersOf("event.id")} as organisers,
  (select count(*)::int from agenda.organisers organiser
    left join directory.shared_organisations organisation on organisation.id = organiser.organisation_id
    where organiser.event_id = event.id and not ${mayBeNamed}) as unnamed,
  ${list(sql`select session.id, session.title, session.starts_on, session.ends_on, session.starts_at, session.ends_at,
      session.duration_minutes, coalesce(session.cancelled_at, event.cancelled_at) is not null as cancelled,
      session.moved_from, session.moved_from_at, session.online, session.place, session.address, commune.name as commune,
      commune.postal_codes[1] as postal_code, commune.department_name as department, commune.longitude, commune.latitude,
      session.participants
    from agenda.sessions session
    left join territory.shared_communes commune on commune.code = session.commune_code
    where session.event_id = event.id and session.removed_at is null
    order by session.starts_on, session.starts_at nulls first, session.id`)} as sessions,
  to_json(event.updated_at)#>>'{}' as updated_at`;

/** A public event with what its parts say, in their order: one statement, planned once. */
export async function findEvent(db: Db, id: number, parts: readonly EventPart[] = []) {
  const said = sql.join([sql`null`, ...parts.map((part) => part.reads())]);
  const { rows } = await sql<PublicEvent & { said: unknown[] }>`${prepared}
    select ${eventColumns}, json_build_array(${said}) as said
    from agenda.public_events event where event.id = ${id}::bigint`.execute(db);
  const [event] = rows;
  return event ? { event, said: event.said.slice(1) } : undefined;
}

/** The public pages of events, for the map of the site. */
export async function listSitemapEntries(db: Db) {
  const { rows } = await sql<{ id: number; title: string; training: boolean; updated_at: Date }>`
    select id, title, training, updated_at from agenda.public_events order by id`.execute(db);
  return rows;
}
