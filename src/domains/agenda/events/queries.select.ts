import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type EventQuestion, type Sort, states } from "./input.list.ts";

/** The filters whose values are counted. */
export type Facet = "genre" | "cadre" | "origine" | "etat" | "pole" | "axe";

/** `lines`: every date, and every event that has none; `chosen`: the year asked. To be put after `with`. */
export const selection = (asked: EventQuestion, today: Day) => sql`lines as materialized (
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

export const columns = sql`id, session_id, title, session_title, training, kind, status, visibility, origin, cancelled, moved_from, starts_on,
  ends_on, starts_at, ends_at, planned_period, programme_year, duration_minutes, participants, online, place, commune, pole, axis,
  (select coalesce(string_agg(organiser.typed, ', ' order by organiser.position), '') from agenda.organisers organiser
   where organiser.event_id = lines.id and organiser.role <> 'speaker') as organisers`;

type Condition = RawBuilder<SqlBool>;
const yes = sql<SqlBool>`true`;
export const and = (conditions: readonly Condition[]) =>
  conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : yes;

/** In the year asked; or not over yet: what has no date waits for one until its period is over. */
export const inTime = (asked: EventQuestion, today: Day): Condition =>
  asked.quand
    ? sql`(coalesce(ends_on, starts_on, planned_to, make_date(programme_year, 12, 31), ${today}::date) >= ${today}::date)`
    : sql`((select year from chosen) is null or year = (select year from chosen))`;

export const isImported = (asked: EventQuestion): Condition =>
  asked.import ? sql`(import_id = ${asked.import} or session_import_id = ${asked.import})` : yes;

/** Each word is in the title, in the place, or in the name of who holds it. */
export function wordsMatch(words = ""): Condition {
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

export const stateIs: Record<(typeof states)[number]["code"], Condition> = {
  planned: sql`session_id is null`,
  draft: sql`status = 'draft'`,
  proposed: sql`status = 'proposed'`,
  cancelled: sql`cancelled`,
  moved: sql`moved_from is not null`,
};

/** The filters that count each other’s values; `except` is the one whose values are being counted. */
export function narrowed(asked: EventQuestion, except?: Facet): Condition[] {
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

export const facet = (
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

export function order(asked: string) {
  const down = asked.startsWith("-");
  const direction = down ? sql`desc nulls first` : sql`asc nulls last`;
  return sql`${orders[asked.replace("-", "") as Sort]} ${direction}, near ${down ? sql`desc` : sql`asc`} nulls last, starts_at, id, session_id`;
}
