import { sql } from "kysely";
import { findSettings } from "#domains/network/index.ts";
import type { Db } from "#platform/db/index.ts";
import { metCollectivites } from "../select.ts";
import type { Setting } from "../texts.ts";

/** Meetings under one word, and the time that they took. */
export interface Share {
  /** As the filter of the list says it. */
  value: string;
  label: string;
  meetings: number;
  minutes: number;
}

export interface TripPlace {
  key: string;
  label: string;
  longitude: number | null;
  latitude: number | null;
  meetings: number;
}

/** The collectivités of one class of population; `code` null: those that the rule cannot class. */
export interface ClassLine {
  code: string | null;
  label: string | null;
  collectivites: { id: number; name: string; population: number | null }[];
  meetings: number;
}

export interface LogFigures {
  year: number | null;
  years: { year: number }[];
  meetings: number;
  minutes: number;
  participants: number;
  /** Meetings of which nobody says who of the team was there. */
  without_staff: number;
  types: Share[];
  settings: (Share & { value: Setting })[];
  months: (Share & { trips: number })[];
  poles: Share[];
  axes: Share[];
  missions: Share[];
  schemes: Share[];
  team: Share[];
  trips: TripPlace[];
  classes: ClassLine[];
  departments: string[];
}

/** One line a value of `value`, over the meetings of the year. */
const shares = (value: ReturnType<typeof sql>, label: ReturnType<typeof sql>, more = sql``) => sql`(
  select coalesce(jsonb_agg(line order by line.minutes desc, line.label), '[]') from (
    select ${value} as value, ${label} as label, count(*)::int as meetings, sum(duration_minutes)::int as minutes ${more}
    from scope group by 1) line)`;

const heading = (column: string) => sql`(
  select coalesce(jsonb_agg(line order by line.position nulls last, line.label), '[]') from (
    select coalesce(scope.${sql.ref(column)}::text, 'aucun') as value, coalesce(min(term.label), 'Non dit') as label,
           min(term.position) as position, count(*)::int as meetings, sum(scope.duration_minutes)::int as minutes
    from scope left join vocabularies.shared_terms term on term.id = scope.${sql.ref(column)}
    group by 1) line)`;

/**
 * The figures of the log of a year (the latest that has meetings, when none is asked): time under each word, trips with where
 * they led, collectivités by class of population. One statement; each figure opens on the list with the same filter.
 */
export async function readLogFigures(db: Db, year: number | undefined): Promise<LogFigures> {
  const { region_code: regionCode } = await findSettings(db);
  const { rows } = await sql<LogFigures>`
    with years as (
      select distinct extract(year from held_on)::int as year from activities.meetings where removed_at is null
    ), chosen as materialized (
      select coalesce(${year ?? null}::int, (select max(year) from years)) as year
    ), scope as materialized (
      select id, held_on, month, duration_minutes, participants, type_code, type, setting, pole_id, axis_id, mission_id, scheme_id
      from activities.meeting_lines meeting
      where removed_at is null and held_on between make_date((select year from chosen), 1, 1) and make_date((select year from chosen), 12, 31)
    ), met as materialized (
      select place.*, (
        select array_agg(distinct met.meeting_id) from activities.meeting_organisations met
        join scope on scope.id = met.meeting_id where met.organisation_id = place.organisation_id) as meeting_ids
      from ${metCollectivites(sql`chosen`)} place
    )
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(years order by year desc), '[]') from years) as years,
      (select count(*)::int from scope) as meetings,
      (select coalesce(sum(duration_minutes), 0)::int from scope) as minutes,
      (select coalesce(sum(participants), 0)::int from scope) as participants,
      (select count(*)::int from scope where not exists (
        select from activities.shared_meeting_staff present where present.meeting_id = scope.id)) as without_staff,
      ${shares(sql`type_code`, sql`min(type)`)} as types,
      ${shares(sql`setting`, sql`''`)} as settings,
      ${shares(sql`month`, sql`''`, sql`, count(*) filter (where setting = 'trip')::int as trips`)} as months,
      ${heading("pole_id")} as poles, ${heading("axis_id")} as axes,
      ${heading("mission_id")} as missions, ${heading("scheme_id")} as schemes,
      (select coalesce(jsonb_agg(line order by line.minutes desc, line.label), '[]') from (
        select present.user_id as value, min(account.name) as label, count(*)::int as meetings,
               sum(scope.duration_minutes)::int as minutes
        from scope join activities.shared_meeting_staff present on present.meeting_id = scope.id
        join accounts.shared_names account on account.id = present.user_id
        group by 1) line) as team,
      (select coalesce(jsonb_agg(line order by line.meetings desc, line.label), '[]') from (
        select place.key, min(place.label) as label, min(place.longitude) as longitude, min(place.latitude) as latitude,
               count(distinct scope.id)::int as meetings
        from scope join activities.shared_trip_places place on place.meeting_id = scope.id
        where scope.setting = 'trip'
        group by 1) line) as trips,
      (select coalesce(jsonb_agg(line order by line.position nulls last), '[]') from (
        select met.class_code as code, min(met.class_label) as label, min(met.class_position) as position,
               jsonb_agg(jsonb_build_object('id', met.organisation_id, 'name', met.name, 'population', met.population)
                 order by met.population desc nulls last, met.name) as collectivites,
               (select count(distinct one)::int from met same cross join unnest(same.meeting_ids) one
                where same.class_code is not distinct from met.class_code) as meetings
        from met group by met.class_code) line) as classes,
      array(select department.code from territory.shared_departments department
            where department.region_code = ${regionCode} order by 1) as departments`.execute(db);
  return rows[0] as LogFigures;
}
