import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { pageSize, type SessionQuestion, type Sort } from "./input.list.ts";

export interface SessionLine {
  id: number;
  training_id: number;
  title: string;
  visibility: "listed" | "internal";
  starts_on: Day;
  ends_on: Day | null;
  duration_minutes: number;
  participants: number;
  online: boolean;
  place: string;
  commune: string | null;
}

export interface SessionList {
  /** The year shown; null when all are. */
  year: number | null;
  years: { year: number; count: number }[];
  /** How many sessions: this is the count of trainings of an annual report. */
  total: number;
  duration_minutes: number;
  participants: number;
  /** Of those filtered but for the setting: how many are online. */
  online: number;
  on_site: number;
  lines: SessionLine[];
  /** Trainings that have no session, in no year. */
  without_session: { id: number; title: string }[];
}

/** The sessions as asked, with totals and what each filter leaves. One statement. Without a year, the latest that has any. */
export async function searchSessions(db: Db, asked: SessionQuestion): Promise<SessionList> {
  const { rows } = await sql<SessionList>`
    with years as (
      select year, count(*)::int as count from agenda.shared_training_sessions group by year
    ), chosen as (
      select ${asked.annee === "toutes" ? sql`null::int` : sql`coalesce(${asked.annee ?? null}::int, (select max(year) from years))`} as year
    ), scope as materialized (
      select session.* from agenda.shared_training_sessions session where ${inChosenYear} and ${wordsMatch(asked.q)}
    ), matched as materialized (
      select * from scope where ${settingIs(asked.cadre)}
    )
    select (select year from chosen) as year,
      (select coalesce(jsonb_agg(years order by year desc), '[]') from years) as years,
      (select count(*)::int from matched) as total,
      (select coalesce(sum(duration_minutes), 0)::int from matched) as duration_minutes,
      (select coalesce(sum(participants), 0)::int from matched) as participants,
      (select count(*)::int from scope where ${settingIs("en-ligne")}) as online,
      (select count(*)::int from scope where ${settingIs("sur-place")}) as on_site,
      (select coalesce(jsonb_agg(line), '[]') from (
        select ${columns} from matched session order by ${order(asked.tri)}
        limit ${pageSize} offset ${(asked.page - 1) * pageSize}) line) as lines,
      (select coalesce(jsonb_agg(training order by title, id), '[]') from (
        select id, title from agenda.events training where training.training and removed_at is null and not exists (
          select from agenda.sessions session
          where session.event_id = training.id and session.removed_at is null)) training) as without_session
  `.execute(db);
  return rows[0] as SessionList;
}

/** The sessions of an export: those filtered, all pages, to be read in pages by date. */
export function filteredSessions(asked: SessionQuestion, year: number | null) {
  return sql<SessionLine>`
    with chosen as (select ${year}::int as year)
    select ${columns} from agenda.shared_training_sessions session
    where ${inChosenYear} and ${wordsMatch(asked.q)} and ${settingIs(asked.cadre)}`;
}

/** The deleted trainings, the last deleted first. */
export async function listRemovedTrainings(db: Db) {
  return db
    .selectFrom("agenda.events")
    .select(["id", "title", "removed_at"])
    .where("training", "=", true)
    .where("removed_at", "is not", null)
    .orderBy("removed_at", "desc")
    .orderBy("id")
    .limit(200)
    .execute();
}

const columns = sql`session.id, session.training_id, session.title, session.visibility, session.starts_on, session.ends_on,
  session.duration_minutes, session.participants, session.online, session.place, session.commune`;

const inChosenYear = sql<boolean>`((select year from chosen) is null or session.starts_on between
  make_date((select year from chosen), 1, 1) and make_date((select year from chosen), 12, 31))`;

/** A session in a room and online at once is on site: people moved. */
const settingIs = (setting: SessionQuestion["cadre"]) =>
  setting ? sql<boolean>`(online and place = '') = ${setting === "en-ligne"}` : sql<boolean>`true`;

/** Each word is in the title or in the place. */
function wordsMatch(words = "") {
  const tests = fold(words)
    .split(" ")
    .filter(Boolean)
    .map((word) => sql<boolean>`platform.fold(session.title || ' ' || session.place) like ${`%${word}%`}`);
  return tests.length > 0 ? sql<boolean>`(${sql.join(tests, sql` and `)})` : sql<boolean>`true`;
}

const orders: Record<Sort, ReturnType<typeof sql>> = {
  date: sql`starts_on`,
  intitule: sql`platform.fold(title)`,
  duree: sql`duration_minutes`,
  participants: sql`participants`,
};

function order(asked: SessionQuestion["tri"]) {
  const direction = asked.startsWith("-") ? sql`desc` : sql`asc`;
  return sql`${orders[asked.replace("-", "") as Sort]} ${direction}, starts_on desc, id desc`;
}
