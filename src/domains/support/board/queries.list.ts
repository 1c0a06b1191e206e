import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Outcome, Stage } from "../rules.ts";
import { type CourseQuestion, pageSize, type Sort } from "./input.ts";
import { heldBy } from "./queries.board.ts";

export interface CourseLine {
  id: number;
  subject: string;
  organisation: string | null;
  actor_type: string | null;
  department: string | null;
  stage: Stage;
  opened_on: Day | null;
  closed_on: Day | null;
  outcome: Outcome | null;
  referent_id: string | null;
  next_step: string;
  next_step_on: Day | null;
  themes: string;
  meetings: number;
  minutes: number;
  back_office_minutes: number;
}

interface Count<Value> {
  value: Value;
  label: string;
  count: number;
}

export interface CourseList {
  year: number | null;
  years: { year: number; count: number }[];
  total: number;
  stages: Count<Stage>[];
  referents: Count<string | null>[];
  themes: Count<number>[];
  departments: Count<string>[];
  types: Count<number>[];
  lines: CourseLine[];
}

type Sql = ReturnType<typeof sql>;

/** The columns by which courses are counted; those of a deleted one too. */
const counted = sql`
  select course.id, course.subject, course.search, course.stage, course.asked_on, course.opened_on, course.closed_on,
    course.outcome, course.referent_id, course.next_step, course.next_step_on, course.theme_ids, course.removed_at,
    course.import_id, coalesce(organisation.name, main.typed) as organisation,
    coalesce(organisation.department_code, commune.department_code, course.department_code) as department,
    coalesce(organisation.actor_type_id, course.actor_type_id) as type_id
  from support.courses course
  left join support.course_organisations main on main.course_id = course.id and main.position = 0
  left join directory.shared_organisations organisation on organisation.id = main.organisation_id
  left join territory.shared_communes commune on commune.code = course.commune_code`;

const lineColumns = sql`
  course.id, course.subject, course.organisation, course.stage, course.opened_on, course.closed_on, course.outcome,
  course.referent_id, course.next_step, course.next_step_on,
  (select label from vocabularies.shared_terms term where term.id = course.type_id) as actor_type,
  (select name from territory.shared_departments department where department.code = course.department) as department,
  coalesce((select string_agg(term.label, ', ' order by term.position) from vocabularies.shared_terms term
    where term.id = any(course.theme_ids)), '') as themes,
  (select count(*)::int from support.course_meetings link
    join activities.shared_meetings meeting on meeting.id = link.meeting_id where link.course_id = course.id) as meetings,
  coalesce((select sum(round(meeting.duration_minutes::numeric / (select count(*) from support.course_meetings other
      join support.courses sharing on sharing.id = other.course_id and sharing.removed_at is null
      where other.meeting_id = meeting.id)))::int
    from support.course_meetings link join activities.shared_meetings meeting on meeting.id = link.meeting_id
    where link.course_id = course.id and course.removed_at is null), 0) as minutes,
  coalesce((select sum(minutes)::int from support.time_entries entry
    where entry.course_id = course.id and entry.removed_at is null), 0) as back_office_minutes`;

/**
 * The courses as asked: a page of their lines, how many there are, and for each filter what the others leave to it. One
 * statement. Without a year, all of them; a course whose day is not known is in no year.
 */
export async function searchCourses(db: Db, asked: CourseQuestion): Promise<CourseList> {
  const { rows } = await sql<CourseList>`
    with scope as materialized (
      select * from (${counted}) course where ${liveness(asked)} and ${wordsMatch(asked.q)}
        and (${asked.import ?? null}::bigint is null or course.import_id = ${asked.import ?? null})
    ), chosen as (
      select ${asked.annee === "toutes" ? null : (asked.annee ?? null)}::int as year
    ), matched as materialized (select * from scope course where ${narrowed(asked)})
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(line order by year desc), '[]') from (
        select extract(year from opened_on)::int as year, count(*)::int as count from scope
        where opened_on is not null group by 1) line) as years,
      (select count(*)::int from matched) as total,
      ${facet(sql`select stage from scope course where ${narrowed(asked, "etape")}`)} as stages,
      ${facet(sql`select referent_id from scope course where ${narrowed(asked, "referent")}`)} as referents,
      ${facet(
        sql`select department from scope course where ${narrowed(asked, "departement")} and department is not null`,
        sql`(select name from territory.shared_departments where code = value)`,
      )} as departments,
      ${facet(
        sql`select type_id from scope course where ${narrowed(asked, "type")} and type_id is not null`,
        termLabel,
      )} as types,
      ${facet(
        sql`select unnest(theme_ids) from scope course where ${narrowed(asked, "theme")}`,
        termLabel,
      )} as themes,
      (select coalesce(jsonb_agg(line), '[]') from (
        select ${lineColumns} from (
          select * from matched course order by ${order(asked.tri)}
          limit ${pageSize} offset ${(asked.page - 1) * pageSize}) course
        order by ${order(asked.tri)}) line) as lines`.execute(db);
  return rows[0] as CourseList;
}

/** The courses of an export: those filtered, all pages, to be read in pages by number. */
export const filteredCourses = (asked: CourseQuestion) => sql<CourseLine>`
  select ${lineColumns} from (${counted}) course
  where ${liveness(asked)} and ${wordsMatch(asked.q)} and ${narrowed(asked)}
    and (${asked.import ?? null}::bigint is null or course.import_id = ${asked.import ?? null})`;

const liveness = (asked: CourseQuestion) =>
  asked.etat === "supprimes" ? sql`course.removed_at is not null` : sql`course.removed_at is null`;

/** Each word begins a word of the subject, or is in the name of an organisation accompanied: over a row `course` with both. */
export function wordsMatch(words = ""): Sql {
  const tests = fold(words)
    .split(" ")
    .filter(Boolean)
    .map(
      (word) => sql`(course.search @@ to_tsquery('simple', ${`${word}:*`})
        or platform.fold(course.organisation) like ${`%${word}%`}
        or exists (select from support.course_organisations line
                   where line.course_id = course.id and platform.fold(line.typed) like ${`%${word}%`}))`,
    );
  return tests.length > 0 ? sql`(${sql.join(tests, sql` and `)})` : sql`true`;
}

type Filter = "etape" | "referent" | "theme" | "departement" | "type";

/** The filters that count each other's values; `except` is the one whose values are being counted. */
function narrowed(asked: CourseQuestion, except?: Filter): Sql {
  const year = asked.annee === "toutes" ? undefined : asked.annee;
  const filters: Record<Filter, Sql | undefined> = {
    etape:
      asked.etape &&
      (asked.etape === "ouverts" ? sql`course.stage <> 'closed'` : sql`course.stage = ${asked.etape}`),
    referent: asked.referent ? heldBy(asked.referent) : undefined,
    theme: asked.theme ? sql`${asked.theme} = any(course.theme_ids)` : undefined,
    departement: asked.departement ? sql`course.department = ${asked.departement}` : undefined,
    type: asked.type ? sql`course.type_id = ${asked.type}` : undefined,
  };
  const inYear = sql`course.opened_on between make_date(${year ?? 1}::int, 1, 1) and make_date(${year ?? 1}::int, 12, 31)`;
  const chosen = Object.entries(filters).flatMap(([name, filter]) =>
    filter && name !== except ? [filter] : [],
  );
  const all = year ? [inYear, ...chosen] : chosen;
  return all.length > 0 ? sql`(${sql.join(all, sql` and `)})` : sql`true`;
}

/** How often each of these values comes, the commonest first; labels are looked for once a value. */
const facet = (values: Sql, label = sql`''`) => sql`(select coalesce(jsonb_agg(line), '[]') from (
  select value, ${label} as label, count
  from (select value, count(*)::int as count from (${values}) given (value) group by 1) counts
  order by 3 desc, 2) line)`;

const termLabel = sql`(select label from vocabularies.shared_terms term where term.id = value)`;

const orders: Record<Sort, Sql> = {
  debut: sql`coalesce(course.opened_on, course.asked_on)`,
  sujet: sql`platform.fold(course.subject)`,
  etape: sql`array_position(array['request', 'diagnosis', 'under_way', 'waiting', 'closed'], course.stage)`,
  suite: sql`course.next_step_on`,
};

function order(asked: CourseQuestion["tri"]): Sql {
  const direction = asked.startsWith("-") ? sql`desc` : sql`asc`;
  return sql`${orders[asked.replace("-", "") as Sort]} ${direction} nulls last, course.id desc`;
}
