import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Status } from "./entry.ts";
import { type EventQuestion, pageSize, type Sort, states } from "./input.list.ts";

/** One date of an event, or an event that has none yet. */
export interface EventLine {
  id: number;
  session_id: number | null;
  title: string;
  session_title: string;
  training: boolean;
  kind: string | null;
  status: Status;
  visibility: "listed" | "internal";
  origin: "own" | "relayed";
  cancelled: boolean;
  moved_from: Day | null;
  starts_on: Day | null;
  ends_on: Day | null;
  starts_at: string | null;
  ends_at: string | null;
  planned_period: string;
  programme_year: number | null;
  duration_minutes: number;
  participants: number;
  online: boolean;
  place: string;
  commune: string | null;
  organisers: string;
  pole: string | null;
  axis: string | null;
}

export interface Count {
  value: string;
  label: string;
  count: number;
}
type Facet = "genre" | "cadre" | "origine" | "etat" | "pole" | "axe";

export interface EventList {
  /** The year shown; null when all are, or what is to come. */
  year: number | null;
  years: { year: number; count: number }[];
  total: number;
  /** Dates that are held or to be held, our own: what an annual report counts. */
  sessions: number;
  duration_minutes: number;
  participants: number;
  online: number;
  facets: Record<Facet, Count[]>;
  lines: EventLine[];
  removed: { id: number; title: string; removed_at: string }[];
}

/**
 * The agenda as asked: a page of its lines, the totals of what is filtered, the years that have any, and for each filter what the
 * others leave to it. One statement. Without a year, the latest that has a date.
 */
export async function searchEvents(db: Db, asked: EventQuestion, today: Day): Promise<EventList> {
  const ascending = asked.quand ? "date" : "-date";
  const { rows } = await sql<EventList>`
    with ${selection(asked, today)}, years as (
      select year, count(*)::int as count from lines where year is not null group by year
    ), scope as materialized (
      select * from lines where ${and([inTime(asked, today), wordsMatch(asked.q), isImported(asked)])}
    ), matched as materialized (select * from scope where ${and(narrowed(asked))}),
    counted as (select * from matched where session_id is not null and not cancelled and status = 'published' and origin = 'own')
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(years order by year desc), '[]') from years) as years,
      (select count(*)::int from matched) as total,
      (select jsonb_build_object('sessions', count(*), 'duration_minutes', coalesce(sum(duration_minutes), 0),
        'participants', coalesce(sum(participants), 0), 'online', count(*) filter (where online and place = '')) from counted) as sums,
      jsonb_build_object(
        'genre', ${facet("genre", asked, sql`case when training then 'formation' else coalesce(kind_code, 'autre') end`, sql`case when training then 'Formation' else coalesce(kind, 'Sans type') end`)},
        'cadre', ${facet("cadre", asked, sql`case when online and place = '' then 'en-ligne' else 'sur-place' end`, sql`''`, sql`session_id is not null`)},
        'origine', ${facet("origine", asked, sql`case origin when 'own' then 'reseau' else 'relaye' end`, sql`''`)},
        'etat', (select coalesce(jsonb_agg(line), '[]') from (${sql.join(
          states.map(
            (
              state,
            ) => sql`select ${state.name}::text as value, ${state.label}::text as label, count(*)::int as count
              from scope where ${and(narrowed(asked, "etat"))} and ${stateIs[state.code]} having count(*) > 0`,
          ),
          sql` union all `,
        )}) line),
        'pole', ${facet("pole", asked, sql`pole_code`, sql`pole`, sql`pole_code is not null`)},
        'axe', ${facet("axe", asked, sql`axis_code`, sql`axis`, sql`axis_code is not null`)}) as facets,
      (select coalesce(jsonb_agg(line order by place_in_list), '[]') from (
        select ${columns}, row_number() over (order by ${order(asked.tri ?? ascending)}) as place_in_list from matched lines
        order by ${order(asked.tri ?? ascending)} limit ${pageSize} offset ${(asked.page - 1) * pageSize}) line) as lines,
      ${
        asked.etat === "supprimes"
          ? sql`(select coalesce(jsonb_agg(line), '[]') from (select id, title, removed_at from agenda.events
        where removed_at is not null order by removed_at desc, id limit 200) line)`
          : sql`'[]'::jsonb`
      } as removed`.execute(db);
  const { sums, ...list } = rows[0] as EventList & {
    sums: Pick<EventList, "sessions" | "duration_minutes" | "participants" | "online">;
  };
  return { ...list, ...sums };
}

/** The lines of an export: those filtered, all pages, to be read in pages by date. */
export const filteredEvents = (asked: EventQuestion, today: Day) => sql<EventLine>`
  with ${selection(asked, today)}
  select ${columns}, coalesce(starts_on::text, '9999') as day_key, coalesce(session_id, -id) as line_key
  from lines where ${and([inTime(asked, today), wordsMatch(asked.q), isImported(asked), ...narrowed(asked)])}`;

/** `lines`: every date, and every event that has none; `chosen`: the year asked. To be put after `with`. */
const selection = (asked: EventQuestion, today: Day) => sql`lines as materialized (
    select event.id, session.id as session_id, event.title, coalesce(session.title, '') as session_title, event.key,
      event.training, kind.code as kind_code, kind.label as kind, event.status, event.visibility, event.origin,
      event.cancelled_at is not null or session.cancelled_at is not null as cancelled, session.moved_from,
      session.starts_on, session.ends_on, session.starts_at, session.ends_at, event.planned_period, event.planned_to,
      event.programme_year, event.import_id, session.import_id as session_import_id,
      coalesce(session.starts_on, event.planned_from) as near,
      extract(year from coalesce(session.starts_on, event.planned_from, make_date(event.programme_year, 1, 1)))::int as year,
      coalesce(nullif(session.duration_minutes, 0), extract(epoch from session.ends_at - session.starts_at)::int / 60, 0) as duration_minutes,
      coalesce(session.participants, 0) as participants, coalesce(session.online, false) as online, coalesce(session.place, '') as place,
      commune.name as commune, pole.code as pole_code, pole.label as pole, axis.code as axis_code, axis.label as axis
    from agenda.events event
    left join agenda.sessions session on session.event_id = event.id and session.removed_at is null
    left join vocabularies.shared_terms kind on kind.id = event.kind_id
    left join vocabularies.shared_terms pole on pole.id = event.pole_id
    left join vocabularies.shared_terms axis on axis.id = event.axis_id
    left join territory.shared_communes commune on commune.code = session.commune_code
    where event.removed_at is null and event.status <> 'refused'
  ), chosen as (
    select ${
      asked.annee === "toutes" || asked.quand
        ? sql`null::int`
        : sql`coalesce(${asked.annee ?? null}::int, (select max(year) from lines where session_id is not null and year <= ${Number(today.slice(0, 4))}::int),
            (select max(year) from lines))`
    } as year
  )`;

const columns = sql`id, session_id, title, session_title, training, kind, status, visibility, origin, cancelled, moved_from, starts_on,
  ends_on, starts_at, ends_at, planned_period, programme_year, duration_minutes, participants, online, place, commune, pole, axis,
  (select coalesce(string_agg(organiser.typed, ', ' order by organiser.position), '') from agenda.organisers organiser
   where organiser.event_id = lines.id and organiser.role <> 'speaker') as organisers`;

type Condition = RawBuilder<SqlBool>;
const yes = sql<SqlBool>`true`;
const and = (conditions: readonly Condition[]) =>
  conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : yes;

/** In the year asked; or not over yet: what has no date waits for one until its period is over. */
const inTime = (asked: EventQuestion, today: Day): Condition =>
  asked.quand
    ? sql`(coalesce(ends_on, starts_on, planned_to, make_date(programme_year, 12, 31), ${today}::date) >= ${today}::date)`
    : sql`((select year from chosen) is null or year = (select year from chosen))`;

const isImported = (asked: EventQuestion): Condition =>
  asked.import ? sql`(import_id = ${asked.import} or session_import_id = ${asked.import})` : yes;

/** Each word is in the title, in the place, or in the name of who holds it. */
function wordsMatch(words = ""): Condition {
  const tests = fold(words)
    .split(" ")
    .filter(Boolean)
    .map(
      (
        word,
      ) => sql<SqlBool>`(key like ${`%${word}%`} or platform.fold(session_title || ' ' || place) like ${`%${word}%`}
        or exists (select from agenda.organisers organiser where organiser.event_id = lines.id and platform.fold(organiser.typed) like ${`%${word}%`}))`,
    );
  return and(tests);
}

const stateIs: Record<(typeof states)[number]["code"], Condition> = {
  planned: sql`session_id is null`,
  draft: sql`status = 'draft'`,
  proposed: sql`status = 'proposed'`,
  cancelled: sql`cancelled`,
  moved: sql`moved_from is not null`,
};

/** The filters that count each other’s values; `except` is the one whose values are being counted. */
function narrowed(asked: EventQuestion, except?: Facet): Condition[] {
  const state = states.find(({ name }) => name === asked.etat);
  const kind = asked.genre;
  const conditions: Partial<Record<Facet, Condition | undefined>> = {
    genre:
      kind === undefined
        ? undefined
        : kind === "formation"
          ? sql`training`
          : kind === "autre"
            ? sql`(not training and kind_code is null)`
            : sql`(not training and kind_code = ${kind})`,
    cadre:
      asked.cadre &&
      sql`(session_id is not null and (online and place = '') = ${asked.cadre === "en-ligne"})`,
    origine: asked.origine && sql`origin = ${asked.origine === "reseau" ? "own" : "relayed"}`,
    etat: state && stateIs[state.code],
    pole: asked.pole === undefined ? undefined : sql`pole_code = ${asked.pole}`,
    axe: asked.axe === undefined ? undefined : sql`axis_code = ${asked.axe}`,
  };
  return Object.entries(conditions).flatMap(([name, condition]) =>
    condition && name !== except ? [condition] : [],
  );
}

const facet = (
  name: Facet,
  asked: EventQuestion,
  value: RawBuilder<unknown>,
  label: RawBuilder<unknown>,
  also: Condition = yes,
) =>
  sql`(select coalesce(jsonb_agg(line order by count desc, value), '[]') from (
    select ${value} as value, ${label} as label, count(*)::int as count from scope
    where ${and(narrowed(asked, name))} and ${also} group by 1, 2) line)`;

const orders: Record<Sort, RawBuilder<unknown>> = {
  date: sql`near`,
  intitule: sql`key`,
  duree: sql`duration_minutes`,
  participants: sql`participants`,
};

function order(asked: string) {
  const down = asked.startsWith("-");
  const direction = down ? sql`desc nulls first` : sql`asc nulls last`;
  return sql`${orders[asked.replace("-", "") as Sort]} ${direction}, near ${down ? sql`desc` : sql`asc`} nulls last, starts_at, id, session_id`;
}
