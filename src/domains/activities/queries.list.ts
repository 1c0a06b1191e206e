import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type MeetingQuestion, pageSize, type Sort } from "./input.list.ts";
import { type Setting, settings } from "./texts.ts";

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
      select meeting.* from activities.meeting_lines meeting
      where ${liveness(asked)} and ${inChosenYear} and ${wordsMatch(asked.q)}
    ), matched as materialized (
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
      (select coalesce(jsonb_agg(line), '[]') from (
        select id, subject, type, held_on, duration_minutes, participants, online, places, setting
        from matched order by ${order(asked.tri)}
        limit ${pageSize} offset ${(asked.page - 1) * pageSize}) line) as lines`.execute(db);
  return rows[0] as MeetingList;
}

/** The meetings of an export: those filtered, all pages, to be read in pages by date. */
export function filteredMeetings(asked: MeetingQuestion, year: number | null) {
  return sql<MeetingLine>`
    with chosen as (select ${year}::int as year)
    select meeting.id, meeting.subject, meeting.type, meeting.held_on, meeting.duration_minutes,
           meeting.participants, meeting.online, meeting.places, meeting.setting
    from activities.meeting_lines meeting
    where ${liveness(asked)} and ${inChosenYear} and ${wordsMatch(asked.q)} and ${and(narrowed(asked))}`;
}

const liveness = (asked: MeetingQuestion) =>
  asked.etat === "supprimees" ? sql<boolean>`removed_at is not null` : sql<boolean>`removed_at is null`;

const inChosenYear = sql<boolean>`((select year from chosen) is null or meeting.held_on between
  make_date((select year from chosen), 1, 1) and make_date((select year from chosen), 12, 31))`;

/** Each word begins a word of the subject, or is in a place or in the name of an organisation met. */
function wordsMatch(words = "") {
  const tests = fold(words)
    .split(" ")
    .filter(Boolean)
    .map(
      (word) => sql<boolean>`(meeting.search @@ to_tsquery('simple', ${`${word}:*`})
        or platform.fold(meeting.places) like ${`%${word}%`}
        or exists (select from activities.meeting_organisations met
                   where met.meeting_id = meeting.id and platform.fold(met.typed) like ${`%${word}%`}))`,
    );
  return and(tests);
}

/** The filters that count each other's values; `except` is the one whose values are being counted. */
function narrowed(asked: MeetingQuestion, except?: "mois" | "type" | "cadre" | "lieu") {
  const setting = settings.find((one) => one.name === asked.cadre)?.code;
  const filters = {
    mois: asked.mois && sql<boolean>`month = ${asked.mois}`,
    type: asked.type && sql<boolean>`type_code = ${asked.type}`,
    cadre: setting && sql<boolean>`setting = ${setting}`,
    lieu:
      asked.lieu &&
      sql<boolean>`exists (select from activities.shared_meeting_places place
        where place.meeting_id = meeting.id and place.key = ${asked.lieu})`,
  };
  const imported = asked.import ? [sql<boolean>`import_id = ${asked.import}`] : [];
  const chosen = Object.entries(filters).flatMap(([name, filter]) =>
    filter && name !== except ? [filter] : [],
  );
  return [...chosen, ...imported];
}

type Condition = ReturnType<typeof sql<boolean>>;
const and = (conditions: readonly Condition[]) =>
  conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`;

const facet = (
  value: Condition | ReturnType<typeof sql>,
  label: ReturnType<typeof sql>,
  where: ReturnType<typeof sql>,
) =>
  sql`(select coalesce(jsonb_agg(line), '[]') from (
    select ${value} as value, ${label} as label, count(*)::int as count
    from scope meeting where ${where} group by 1 order by 1) line)`;

const orders: Record<Sort, ReturnType<typeof sql>> = {
  date: sql`held_on`,
  sujet: sql`platform.fold(subject)`,
  type: sql`type`,
  duree: sql`duration_minutes`,
  participants: sql`participants`,
};

function order(asked: MeetingQuestion["tri"]) {
  const direction = asked.startsWith("-") ? sql`desc` : sql`asc`;
  return sql`${orders[asked.replace("-", "") as Sort]} ${direction}, held_on desc, id desc`;
}
