import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Db, prepared } from "#platform/db/index.ts";
import { type AgendaQuestion, type Dimension, mostInAMonth, pageSize } from "./input.ts";
import { type DateLine, lineColumns, lineJoins, linesOf } from "./lines.ts";
import { facets, labelsOf } from "./queries.facets.ts";
import { type Month, type Period, periodOf, periodOfMonth } from "./rules.ts";
import { leaving, ofAnyTime, programmeOrder, selection } from "./select.ts";

export interface Count {
  value: string;
  label: string;
  count: number;
}

/** What the list and the month both say. */
export interface Agenda {
  /** Dates, of how many events. */
  total: number;
  events: number;
  /** Dates of the period that answer the words alone. */
  unfiltered: number;
  facets: Record<Dimension, Count[]>;
  /** What the values chosen are called, when no date is left to say it. */
  labels: Record<string, string | null>;
  /** Dates to come, and those of each year from the latest, that pass the filters. */
  upcoming: number;
  years: { year: number; count: number }[];
  lines: DateLine[];
}

export interface MonthAgenda extends Agenda {
  /** What has left a day of the month for another: said on the day it was first announced for. */
  moved_away: DateLine[];
  /** The nearest months, before and after, that have something. */
  before: Month | null;
  after: Month | null;
}

const common = (asked: AgendaQuestion, today: Day) => sql`
  (select count(*)::int from matched) as total,
  (select count(distinct event_id)::int from matched) as events,
  (select count(*)::int from base) as unfiltered,
  ${facets} as facets, ${labelsOf(asked)} as labels,
  (select count(*)::int from passing where last_on >= ${today}::date) as upcoming,
  (select coalesce(jsonb_agg(line order by year desc), '[]') from (
    select year, count(*)::int as count from (
      select extract(year from first_on)::int as year from passing where first_on < 'infinity'
      union all select extract(year from last_on)::int from passing
      where last_on < 'infinity' and extract(year from last_on) > extract(year from first_on)) held
    group by year) line) as years`;

/** A page of the dates to come, or of a year, with what each filter would give: one statement, planned once. */
export async function listAgenda(db: Db, asked: AgendaQuestion, today: Day): Promise<Agenda> {
  const page = sql`limit ${pageSize} offset ${((asked.page ?? 1) - 1) * pageSize}`;
  const { rows } = await sql<Agenda>`${prepared}
    with ${selection(asked, periodOf(asked.annee, today), today)}, ${ofAnyTime(asked, today)}
    select ${common(asked, today)}, ${linesOf("matched", page)} as lines`.execute(db);
  return rows[0] as Agenda;
}

/** The dates of a month with the same filters: one statement, planned once. */
export async function listMonth(
  db: Db,
  month: Month,
  asked: AgendaQuestion,
  today: Day,
): Promise<MonthAgenda> {
  const period = periodOfMonth(month);
  const near = (which: "min" | "max", column: "first_on" | "last_on", sign: "<" | ">", day: Day | null) =>
    sql`(select to_char(${sql.raw(which)}(${sql.ref(column)}), 'YYYY-MM') from passing
      where not vague and ${sql.ref(column)} ${sql.raw(sign)} ${day}::date)`;
  const { rows } = await sql<MonthAgenda>`${prepared}
    with ${selection(asked, period, today)}, ${ofAnyTime(asked, today)}, ${leaving(asked, period, today)}
    select ${common(asked, today)}, ${linesOf("matched", sql`limit ${mostInAMonth}`)} as lines,
      ${linesOf("away")} as moved_away,
      ${near("max", "last_on", "<", period.from)} as before, ${near("min", "first_on", ">", period.to)} as after`.execute(
    db,
  );
  return rows[0] as MonthAgenda;
}

/** All the dates that answer, in the order of a programme, to be read in pages by `rank`. */
export const everyDate = (asked: AgendaQuestion, period: Period, today: Day) => sql<
  DateLine & { rank: number }
>`
  with ${selection(asked, period, today)}
  select ${lineColumns}, row_number() over (order by ${programmeOrder("line")}) as rank from matched line ${lineJoins}`;

/** The numbers of the sessions that answer, the most of them that a calendar takes: those nearest to today first. */
export const sessionsAsked = (asked: AgendaQuestion, period: Period, today: Day, most: number) => sql`
  with ${selection(asked, period, today)}
  select session_id from matched where session_id is not null
  order by abs(first_on - ${today}::date) limit ${most}`;

/** The dates that answer and changed last, for a feed. */
export async function listChanged(db: Db, asked: AgendaQuestion, period: Period, today: Day) {
  const { rows } = await sql<DateLine>`${prepared}
    with ${selection(asked, period, today)},
      latest as (select * from matched order by changed_at desc, key limit ${pageSize})
    select ${lineColumns} from latest line ${lineJoins} order by line.changed_at desc, line.key`.execute(db);
  return rows;
}

/** The next dates of the agenda, for the home page; what is called off is among them, and said so. */
export async function listNextDates(db: Db, today: Day, count: number): Promise<DateLine[]> {
  const { rows } = await sql<DateLine>`${prepared}
    with next as (
      select date.* from agenda.public_dates date
      where date.last_on >= ${today}::date and not date.vague
      order by ${programmeOrder("date")} limit ${count})
    select ${lineColumns} from next line ${lineJoins} order by ${programmeOrder("line")}`.execute(db);
  return rows;
}
