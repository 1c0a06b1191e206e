import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type MeetingQuestion, pageSize } from "./input.list.ts";
import { and, facet, inChosenYear, liveness, matchesWords, narrowed, order, withFound } from "./select.ts";
import type { Setting } from "./texts.ts";

export interface MeetingLine {
  id: number;
  subject: string;
  type: string;
  held_on: Day;
  duration_minutes: number;
  participants: number;
  online: boolean;
  places: string;
  setting: Setting;
}

interface Count<Value> {
  value: Value;
  label: string;
  count: number;
}

export interface MeetingList {
  /** The year shown; null when all are. */
  year: number | null;
  years: { year: number }[];
  total: number;
  duration_minutes: number;
  participants: number;
  types: Count<string>[];
  months: Count<number>[];
  settings: Count<Setting>[];
  places: Count<string>[];
  /** By the number of the term; « aucun » for those that bear none. */
  poles: Count<string>[];
  axes: Count<string>[];
  missions: Count<string>[];
  schemes: Count<string>[];
  /** By account. */
  team: Count<string>[];
  lines: MeetingLine[];
}

/**
 * The log as asked: a page of its lines, the totals of all that is filtered, the years that have meetings, and for each
 * filter what the others leave to it. One statement. Without a year, the latest that has meetings.
 */
export async function searchMeetings(db: Db, asked: MeetingQuestion): Promise<MeetingList> {
  const { rows } = await sql<MeetingList>`
    with years as (
      select year from (
        select extract(year from min(held_on))::int as first, extract(year from max(held_on))::int as last
        from activities.meetings where ${liveness(asked)}) span
      cross join generate_series(span.first, span.last) as year
      where exists (select from activities.meetings
        where held_on between make_date(year, 1, 1) and make_date(year, 12, 31) and ${liveness(asked)})
    ), chosen as (
      select ${asked.annee === "toutes" ? sql`null::int` : sql`coalesce(${asked.annee ?? null}::int, (select max(year) from years))`} as year
    ), scope as materialized (
      select id, subject, held_on, month, duration_minutes, participants, online, type_code, type, places, setting,
             pole_id, axis_id, mission_id, scheme_id, import_id, logged_by
      from activities.meeting_lines meeting
      where ${liveness(asked)} and ${inChosenYear} and ${matchesWords(asked.q)}
    ) ${withFound(asked)}, matched as materialized (
      select * from scope meeting where ${and(narrowed(asked))}
    )
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(years order by year desc), '[]') from years) as years,
      (select count(*)::int from matched) as total,
      (select coalesce(sum(duration_minutes), 0)::int from matched) as duration_minutes,
      (select coalesce(sum(participants), 0)::int from matched) as participants,
      ${facet(sql`type_code`, sql`min(type)`, and(narrowed(asked, "type")))} as types,
      ${facet(sql`month`, sql`''`, and(narrowed(asked, "mois")))} as months,
      ${facet(sql`setting`, sql`''`, and(narrowed(asked, "cadre")))} as settings,
      ${placeFacet(asked)} as places,
      ${headingFacet("pole_id", asked, "pole")} as poles,
      ${headingFacet("axis_id", asked, "axe")} as axes,
      ${headingFacet("mission_id", asked, "mission")} as missions,
      ${headingFacet("scheme_id", asked, "dispositif")} as schemes,
      (select coalesce(jsonb_agg(line order by line.count desc, line.label), '[]') from (
        select counted.user_id as value, account.name as label, counted.count
        from (select present.user_id, count(*)::int as count
              from (${presentIn}) present join scope meeting on meeting.id = present.meeting_id
              where ${and(narrowed(asked, "equipe"))} group by 1 order by 2 desc limit 30) counted
        join accounts.shared_names account on account.id = counted.user_id) line) as team,
      (select coalesce(jsonb_agg(line), '[]') from (
        select id, subject, type, held_on, duration_minutes, participants, online, places, setting
        from matched order by ${order(asked.tri)}
        limit ${pageSize} offset ${(asked.page - 1) * pageSize}) line) as lines`.execute(db);
  return rows[0] as MeetingList;
}

/** Who was at the meetings of the scope: the rule of `activities.shared_meeting_staff`, asked of them alone. */
const presentIn = sql`
  select staff.meeting_id, staff.user_id from scope join activities.meeting_staff staff on staff.meeting_id = scope.id
  union all
  select scope.id, scope.logged_by from scope
  where scope.logged_by is not null and scope.import_id is null
    and not exists (select from activities.meeting_staff staff where staff.meeting_id = scope.id)`;

/** What a heading leaves: each of its terms that some meeting bears, and « aucun » when some bear none. */
const headingFacet = (
  column: "pole_id" | "axis_id" | "mission_id" | "scheme_id",
  asked: MeetingQuestion,
  filter: "pole" | "axe" | "mission" | "dispositif",
) => sql`(select case when count(*) filter (where line.value <> 'aucun') = 0 then '[]'
    else jsonb_agg(jsonb_build_object('value', line.value, 'label', line.label, 'count', line.count)
      order by line.position nulls last, line.label) end
  from (
    select coalesce(counted.id::text, 'aucun') as value, coalesce(term.label, 'Aucun') as label, term.position, counted.count
    from (select meeting.${sql.ref(column)} as id, count(*)::int as count from scope meeting
          where ${and(narrowed(asked, filter))} group by 1) counted
    left join vocabularies.shared_terms term on term.id = counted.id) line)`;

/** The twelve places where most meetings were held: counted as the table writes them, then put into words. */
const placeFacet = (asked: MeetingQuestion) => sql`(
  select coalesce(jsonb_agg(line order by line.count desc, line.label), '[]') from (
    select coalesce(counted.commune_code, counted.country_code, counted.folded) as value,
           coalesce(commune.name, country.name, counted.typed) as label, counted.count
    from (select place.commune_code, place.country_code,
                 case when place.commune_code is null and place.country_code is null then platform.fold(place.typed) end as folded,
                 min(place.typed) as typed, count(*)::int as count
          from scope meeting join activities.meeting_places place on place.meeting_id = meeting.id
          where ${and(narrowed(asked, "lieu"))}
          group by 1, 2, 3 order by count(*) desc limit 12) counted
    left join territory.shared_communes commune on commune.code = counted.commune_code
    left join territory.shared_countries country on country.code = counted.country_code) line)`;

/** The meetings of an export: those filtered, all pages, to be read in pages by date. */
export function filteredMeetings(asked: MeetingQuestion, year: number | null) {
  return sql<MeetingLine>`
    with chosen as (select ${year}::int as year) ${withFound(asked)}
    select meeting.id, meeting.subject, meeting.type, meeting.held_on, meeting.duration_minutes,
           meeting.participants, meeting.online, meeting.places, meeting.setting
    from activities.meeting_lines meeting
    where ${liveness(asked)} and ${inChosenYear} and ${matchesWords(asked.q)} and ${and(narrowed(asked))}`;
}
