import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { EventsQuestion } from "./input.api.ts";
import { type Organiser, organisersOf } from "./lines.ts";

interface Term {
  code: string;
  label: string;
}

interface OpenSession {
  id: number;
  uid: string;
  title: string | null;
  starts_on: Day;
  ends_on: Day;
  /** The clock of Paris. */
  starts_clock: string | null;
  ends_clock: string | null;
  status: "scheduled" | "moved" | "cancelled";
  moved_from: Day | null;
  online: boolean;
  place: string | null;
  address: string | null;
  commune: Term | null;
  longitude: number | null;
  latitude: number | null;
}

/** A public event as programs read it, but for its addresses. */
export interface OpenEvent {
  id: number;
  title: string;
  training: boolean;
  kind: Term | null;
  nature: "thematic" | "methodological" | null;
  description: string | null;
  objectives: string | null;
  origin: "own" | "relayed";
  cancelled: boolean;
  cancelled_why: string | null;
  planned_period: string | null;
  planned_from: Day | null;
  planned_to: Day | null;
  audience: string | null;
  audience_types: Term[];
  sectors: Term[];
  goals: Term[];
  countries: Term[];
  organisers: Organiser[];
  website: string | null;
  sessions: OpenSession[];
  updated_at: string;
}

const termsOf = (ids: string) => sql`(
  select coalesce(json_agg(json_build_object('code', term.code, 'label', term.label) order by term.position, term.id), '[]')
  from vocabularies.shared_terms term where term.id = any(${sql.ref(ids)}))`;
const filled = (column: string) => sql`nullif(${sql.ref(`event.${column}`)}, '') as ${sql.ref(column)}`;

/** What a program reads of these events, in the order of their numbers; `chosen` gives the numbers. */
const opened = (chosen: RawBuilder<unknown>) => sql<OpenEvent>`
  select event.id, event.title, event.training,
         (select json_build_object('code', term.code, 'label', term.label)
          from vocabularies.shared_terms term where term.id = event.kind_id) as kind,
         event.nature, ${filled("description")}, ${filled("objectives")}, event.origin,
         event.cancelled_at is not null as cancelled, ${filled("cancelled_why")}, ${filled("planned_period")},
         event.planned_from, event.planned_to, ${filled("audience")}, ${termsOf("event.audience_type_ids")} as audience_types,
         ${termsOf("event.sector_ids")} as sectors, ${termsOf("event.goal_ids")} as goals,
         (select coalesce(json_agg(json_build_object('code', country.code, 'label', country.name) order by country.code), '[]')
          from territory.shared_countries country where country.code = any(event.country_codes)) as countries,
         ${organisersOf("event.id")} as organisers, ${filled("website")},
         (select coalesce(json_agg(json_build_object('id', session.id, 'uid', session.uid,
            'title', nullif(session.title, ''), 'starts_on', session.starts_on,
            'ends_on', coalesce(session.ends_on, session.starts_on), 'starts_clock', session.starts_at,
            'ends_clock', session.ends_at, 'status', case
              when coalesce(session.cancelled_at, event.cancelled_at) is not null then 'cancelled'
              when session.moved_from is not null then 'moved' else 'scheduled' end,
            'moved_from', session.moved_from, 'online', session.online, 'place', nullif(session.place, ''),
            'address', nullif(session.address, ''), 'commune', case when commune.code is not null
              then json_build_object('code', commune.code, 'label', commune.name) end,
            'longitude', commune.longitude, 'latitude', commune.latitude)
            order by session.starts_on, session.starts_at nulls first, session.id), '[]')
          from agenda.sessions session
          left join territory.shared_communes commune on commune.code = session.commune_code
          where session.event_id = event.id and session.removed_at is null) as sessions,
         to_char(event.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as updated_at
  from agenda.public_events event
  where event.id = any(array(${chosen}))
  order by event.id`;

/** One public event; undefined unless it is listed and published. */
export async function findOpenEvent(db: Db, id: number): Promise<OpenEvent | undefined> {
  return (await opened(sql`select ${id}::bigint`).execute(db)).rows[0];
}

/** A page of the public events that answer, by number; with the first page, how many do in all. */
export async function listOpenEvents(db: Db, asked: EventsQuestion) {
  const answering = sql<SqlBool>`${sql.join(conditionsOf(asked), sql` and `)}`;
  const chosen = sql`select event.id from agenda.public_events event
    where event.id > ${asked.after} and ${answering} order by event.id limit ${asked.limit}`;
  const counted = sql`(select count(*)::int from agenda.public_events event where ${answering})`;
  const { rows } = await sql<{ total: number | null; events: OpenEvent[] }>`
    select ${asked.after === 0 ? counted : sql`null::int`} as total,
           (select coalesce(json_agg(one order by one.id), '[]') from (${opened(chosen)}) one) as events`.execute(
    db,
  );
  return rows[0] ?? { total: 0, events: [] };
}

const termId = (list: string, code: string) =>
  sql`(select id from vocabularies.shared_terms where list_id = ${list} and code = ${code})`;

/** A date of the event of which this is true. */
const oneDate = (condition: RawBuilder<unknown>) =>
  sql`exists (select from agenda.public_dates date where date.event_id = event.id and ${condition})`;

function conditionsOf(asked: EventsQuestion): RawBuilder<unknown>[] {
  const given: RawBuilder<unknown>[] = [sql`true`];
  const words = fold(asked.q ?? "")
    .split(" ")
    .filter(Boolean);
  for (const word of words) given.push(sql`event.search @@ to_tsquery('simple', ${`${word}:*`})`);
  if (asked.from || asked.to)
    given.push(
      oneDate(sql`date.last_on >= coalesce(${asked.from ?? null}::date, '-infinity')
        and date.first_on <= coalesce(${asked.to ?? null}::date, 'infinity')`),
    );
  if (asked.training) given.push(sql`event.training = ${asked.training === "true"}`);
  if (asked.type) given.push(sql`event.kind_id = ${termId("event_kinds", asked.type)}`);
  if (asked.departement) given.push(oneDate(sql`date.department_code = ${asked.departement}`));
  if (asked.secteur) given.push(sql`event.sector_ids @> array[${termId("sectors", asked.secteur)}]`);
  if (asked.odd) given.push(sql`event.goal_ids @> array[${termId("odd", asked.odd)}]`);
  if (asked.pays) given.push(sql`event.country_codes @> array[${asked.pays}::text]`);
  if (asked.updated_since) given.push(sql`event.updated_at >= ${asked.updated_since}::timestamptz`);
  return given;
}
