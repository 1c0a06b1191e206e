import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import type { ProjectQuestion } from "./input.list.ts";
import { lineColumns, type ProjectLine } from "./queries.list.ts";
import { selection } from "./select.ts";

/** The projects that everyone may see, the last published first, for the feed. */
export async function listNewest(db: Db, count: number): Promise<ProjectLine[]> {
  const { rows } = await sql<ProjectLine>`
    with ${selection("public", {})}, newest as (select * from matched order by listed_at desc, id desc limit ${count})
    select ${lineColumns("public")} from newest matched join projects.projects project on project.id = matched.id
    order by project.listed_at desc, project.id desc`.execute(db);
  return rows;
}

/** The public cards, for the sitemap, with the day each last changed. */
export async function listPublicCards(db: Db): Promise<{ id: number; title: string; updated_at: Date }[]> {
  return db
    .selectFrom("projects.projects")
    .select(["id", "title", "updated_at"])
    .where("visibility", "=", "listed")
    .where("status", "=", "published")
    .orderBy("id")
    .execute();
}

export interface PlaceLine {
  key: string;
  side: "here" | "there";
  label: string;
  country: string | null;
  numeric_code: string | null;
  longitude: number | null;
  latitude: number | null;
  project_id: number;
  title: string;
  stage: string;
  goals: string[];
}

/** Every place of the public projects that answer the question, one after the other, for a map of others. */
export function everyPlace(db: Db, asked: ProjectQuestion) {
  const facts = sql`matched.id as project_id, matched.title, matched.stage,
    array(select term.code from vocabularies.shared_terms term where term.id = any(matched.goal_ids) order by term.position) as goals`;
  return inPages(
    db,
    sql<PlaceLine>`with ${selection("public", asked)}
      select 'h' || place.id as key, 'here' as side, place.label, 'France' as country, null as numeric_code,
        place.longitude, place.latitude, ${facts}
      from matched join projects.shared_project_places place on place.project_id = matched.id and place.side = 'here'
      where place.longitude is not null
      union all
      select 't' || matched.id || country.code || coalesce(place.id, 0) as key, 'there', coalesce(place.label, country.name),
        country.name, country.numeric_code, place.longitude, place.latitude, ${facts}
      from matched cross join unnest(matched.country_codes) as its (code)
      join territory.shared_countries country on country.code = its.code
      left join projects.shared_project_places place on place.project_id = matched.id and place.side = 'there'
        and place.country_code = its.code`,
    { by: ["key"] },
  );
}
