import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import type { ProjectQuestion } from "../input.list.ts";
import type { Precision } from "../rules.dates.ts";
import type { Origin, Role, Stage } from "../rules.ts";
import { type Piece, selection } from "../select.ts";
import { everyLack, type HindranceCode, isBlocked, pageSize } from "./hindrances.ts";

/** What the file says of a project, as the database gives it: nothing in it is anyone’s secret. */
export interface ActivityRow {
  id: number;
  title: string;
  summary: string;
  description: string;
  beneficiaries: string;
  stage: Stage;
  starts_on: Day;
  starts_precision: Precision;
  ends_on: Day | null;
  ends_precision: Precision | null;
  origin: Origin;
  /** An instant, in UTC. */
  updated_at: string;
  sector_ids: number[];
  goal_ids: number[];
  /** Those of the project, else those of its places. */
  countries: string[];
  /** A name is missing where the public directory does not show the organisation. */
  organisations: {
    role: Role;
    name: string | null;
    siren: string | null;
    type: string | null;
    family: string | null;
  }[];
  places: { label: string; longitude: number; latitude: number }[];
  markers: { marker_id: number; score: 1 | 2 }[];
}

const list = (of: Piece) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;
const shownAs = (typed: string) => sql`
  case when line.organisation_id is null then ${sql.ref(typed)} else card.name end as name,
  card.siren, card.actor_type_code as type, card.family_code as family, line.position
  `;

/** The public projects that answer the question and that the standard takes, one after the other. */
export function everyActivity(db: Db, asked: ProjectQuestion, sectorIds: readonly number[]) {
  return inPages(
    db,
    sql<ActivityRow>`with ${selection("public", asked)}
      select project.id, project.title, project.summary, project.description, project.beneficiaries, project.stage,
        project.starts_on, project.starts_precision, project.ends_on, project.ends_precision, project.origin,
        to_char(project.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as updated_at,
        project.sector_ids, project.goal_ids,
        case when cardinality(project.country_codes) > 0 then project.country_codes else array(
          select distinct place.country_code from projects.shared_project_places place
          where place.project_id = project.id and place.country_code is not null order by 1) end as countries,
        ${list(sql`select line.role, ${shownAs("line.name")}, 1 as source
          from projects.participants line
          left join directory.shared_public_cards card on card.id = line.organisation_id
          where line.project_id = project.id
          union all
          select 'funder', ${shownAs("line.funder")}, 2 as source
          from projects.budget_lines line
          left join directory.shared_public_cards card on card.id = line.organisation_id
          where line.project_id = project.id order by source, position`)} as organisations,
        ${list(sql`select place.label, place.longitude, place.latitude from projects.shared_project_places place
          where place.project_id = project.id and place.longitude is not null order by place.id`)} as places,
        ${list(sql`select marker.marker_id, marker.score from projects.markers marker
          where marker.project_id = project.id and marker.score > 0 order by marker.marker_id`)} as markers
      from matched join projects.projects project on project.id = matched.id
      where not ${isBlocked(sectorIds)}`,
    { by: ["id"], size: 250 },
  );
}

export interface Reading {
  /** The public projects, and how many of them the standard refuses. */
  total: number;
  blocked: number;
  /** How many lack something, and a page of them: first those refused, then by title. */
  lacking: number;
  lines: { id: number; title: string; blocked: boolean; lacks: HindranceCode[] }[];
}

/** What the public projects lack for the standard, in one statement. */
export async function readLacks(db: Db, sectorIds: readonly number[], page: number): Promise<Reading> {
  const { rows } = await sql<Reading>`
    with known as materialized (
      select project.id, project.title, project.key, ${isBlocked(sectorIds)} as blocked, ${everyLack(sectorIds)} as lacks
      from projects.projects project where project.status = 'published' and project.visibility = 'listed'
    )
    select count(*)::int as total, (count(*) filter (where blocked))::int as blocked,
      (count(*) filter (where cardinality(lacks) > 0))::int as lacking,
      (select coalesce(jsonb_agg(line), '[]') from (
        select id, title, blocked, lacks from known where cardinality(lacks) > 0
        order by blocked desc, key, id limit ${pageSize} offset ${(page - 1) * pageSize}) line) as lines
    from known`.execute(db);
  return rows[0] as Reading;
}
