import { sql } from "kysely";
import { agenda } from "#paths/agenda.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type PublicQuestion, pageSize } from "./input.list.ts";
import type { SessionLine } from "./queries.list.ts";
import { slugOf } from "./rules.ts";

export interface PublicList {
  years: { year: number; count: number }[];
  /** Sessions that are not over on the day asked, the nearest first. */
  upcoming: SessionLine[];
  /** A page of those that are, the last first. */
  past: SessionLine[];
  past_total: number;
}

/** The sessions of listed trainings, as of `today`. One statement. */
export async function listPublicSessions(db: Db, asked: PublicQuestion, today: Day): Promise<PublicList> {
  const year = asked.annee ? sql`year = ${asked.annee}` : sql`true`;
  const setting = asked.cadre ? sql`(online and place = '') = ${asked.cadre === "en-ligne"}` : sql`true`;
  const { rows } = await sql<PublicList>`
    with listed as materialized (
      select id, training_id, title, visibility, starts_on, ends_on, duration_minutes, participants, online, place, commune,
             year, coalesce(ends_on, starts_on) < ${today}::date as over
      from agenda.shared_training_sessions where visibility = 'listed' and ${setting}
    )
    select
      (select coalesce(jsonb_agg(line order by year desc), '[]') from (
        select year, count(*)::int as count from listed group by year) line) as years,
      (select coalesce(jsonb_agg(line order by starts_on, id), '[]') from (
        select * from listed where not over and ${year} order by starts_on, id limit 200) line) as upcoming,
      (select coalesce(jsonb_agg(line order by starts_on desc, id desc), '[]') from (
        select * from listed where over and ${year} order by starts_on desc, id desc
        limit ${pageSize} offset ${(asked.page - 1) * pageSize}) line) as past,
      (select count(*)::int from listed where over and ${year}) as past_total`.execute(db);
  return rows[0] as PublicList;
}

/** What the feed tells: the sessions of listed trainings changed last, with when they were. */
export async function listChangedSessions(db: Db): Promise<(SessionLine & { changed_at: Date })[]> {
  const { rows } = await sql<SessionLine & { changed_at: Date }>`
    select listed.id, listed.training_id, listed.title, listed.visibility, listed.starts_on, listed.ends_on,
           listed.duration_minutes, listed.participants, listed.online, listed.place, listed.commune,
           greatest(session.updated_at, training.updated_at) as changed_at
    from agenda.shared_training_sessions listed
    join agenda.sessions session on session.id = listed.id
    join agenda.events training on training.id = listed.training_id
    where listed.visibility = 'listed'
    order by changed_at desc, listed.id desc limit 50`.execute(db);
  return rows;
}

/** The public pages of trainings, for the map of the site. */
export async function listSitemapEntries(db: Db): Promise<{ path: string; changed: Date }[]> {
  const trainings = await db
    .selectFrom("agenda.events")
    .select(["id", "title", "updated_at"])
    .where("training", "=", true)
    .where("visibility", "=", "listed")
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
  return trainings.map(({ id, title, updated_at }) => ({
    path: agenda.publicTraining(id, slugOf(title)),
    changed: updated_at,
  }));
}
