import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type MeetingQuestion, pageSize } from "./input.list.ts";
import { and, facet, inChosenYear, liveness, matchesWords, narrowed, order, withClasses } from "./select.ts";
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
  years: { year: number; count: number }[];
  total: number;
  duration_minutes: number;
  participants: number;
  types: Count<string>[];
  months: Count<number>[];
  settings: Count<Setting>[];
  places: Count<string>[];
  /** By the number of the term; « aucun » for those that bear none. */
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
      select extract(year from held_on)::int as year, count(*)::int as count
      from activities.meetings where ${liveness(asked)} group by 1
    ), chosen as (
      select ${asked.annee === "toutes" ? sql`null::int` : sql`coalesce(${asked.annee ?? null}::int, (select max(year) from years))`} as year
    ), scope as materialized (
      select id, subject, held_on, month, duration_minutes, participants, online, type_code, type, places, setting,
             pole_id, axis_id, mission_id, scheme_id, import_id
      from activities.meeting_lines meeting
      where ${liveness(asked)} and ${inChosenYear} and ${matchesWords(asked.q)}
    ) ${withClasses(asked)}, matched as materialized (
      select * from scope where ${and(narrowed(asked))}
    )
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(years order by year desc), '[]') from years) as years,
      (select count(*)::int from matched) as total,
      (select coalesce(sum(duration_minutes), 0)::int from matched) as duration_minutes,
      (select coalesce(sum(participants), 0)::int from matched) as participants,
      ${facet(sql`type_code`, sql`min(type)`, and(narrowed(asked, "type")))} as types,
      ${facet(sql`month`, sql`''`, and(narrowed(asked, "mois")))} as months,
      ${facet(sql`setting`, sql`''`, and(narrowed(asked, "cadre")))} as settings,
      (select coalesce(jsonb_agg(line), '[]') from (
        select place.key as value, min(place.label) as label, count(distinct place.meeting_id)::int as count
        from scope meeting join activities.shared_meeting_places place on place.meeting_id = meeting.id
        where ${and(narrowed(asked, "lieu"))}
        group by place.key order by 3 desc, 2 limit 12) line) as places,
      ${headingFacet("pole_id", asked, "pole")} as poles,
      ${headingFacet("axis_id", asked, "axe")} as axes,
      ${headingFacet("mission_id", asked, "mission")} as missions,
      ${headingFacet("scheme_id", asked, "dispositif")} as schemes,
      (select coalesce(jsonb_agg(line), '[]') from (
        select present.user_id as value, min(account.name) as label, count(*)::int as count
        from scope meeting
        join activities.shared_meeting_staff present on present.meeting_id = meeting.id
        join accounts.shared_names account on account.id = present.user_id
        where ${and(narrowed(asked, "equipe"))}
        group by present.user_id order by 3 desc, 2 limit 30) line) as team,
      (select coalesce(jsonb_agg(line), '[]') from (
        select id, subject, type, held_on, duration_minutes, participants, online, places, setting
        from matched order by ${order(asked.tri)}
        limit ${pageSize} offset ${(asked.page - 1) * pageSize}) line) as lines`.execute(db);
  return rows[0] as MeetingList;
}

/** What a heading leaves: each of its terms that some meeting bears, and « aucun » when some bear none. */
const headingFacet = (
  column: "pole_id" | "axis_id" | "mission_id" | "scheme_id",
  asked: MeetingQuestion,
  filter: "pole" | "axe" | "mission" | "dispositif",
) => sql`(select case when count(*) filter (where line.value <> 'aucun') = 0 then '[]'
    else jsonb_agg(jsonb_build_object('value', line.value, 'label', line.label, 'count', line.count)
      order by line.position nulls last, line.label) end
  from (
    select coalesce(meeting.${sql.ref(column)}::text, 'aucun') as value, coalesce(min(term.label), 'Aucun') as label,
           min(term.position) as position, count(*)::int as count
    from scope meeting left join vocabularies.shared_terms term on term.id = meeting.${sql.ref(column)}
    where ${and(narrowed(asked, filter))} group by 1) line)`;

/** The meetings of an export: those filtered, all pages, to be read in pages by date. */
export function filteredMeetings(asked: MeetingQuestion, year: number | null) {
  return sql<MeetingLine>`
    with chosen as (select ${year}::int as year) ${withClasses(asked)}
    select meeting.id, meeting.subject, meeting.type, meeting.held_on, meeting.duration_minutes,
           meeting.participants, meeting.online, meeting.places, meeting.setting
    from activities.meeting_lines meeting
    where ${liveness(asked)} and ${inChosenYear} and ${matchesWords(asked.q)} and ${and(narrowed(asked))}`;
}
