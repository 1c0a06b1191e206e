import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Precision } from "./rules.dates.ts";
import type { Answers, Score } from "./rules.markers.ts";
import type { Origin, Role, Stage } from "./rules.ts";

export interface Participant {
  role: Role;
  /** As typed. */
  typed: string;
  /** As the directory calls it, else as typed. */
  name: string;
  organisation_id: number | null;
  /** The directory shows it to everyone. */
  listed: boolean;
  country_code: string | null;
  country: string | null;
}

export interface Place {
  side: "here" | "there";
  typed: string;
  label: string;
  /** How to write its commune so that it is surely found again: `Senlis (Oise)`. */
  written: string | null;
  commune_code: string | null;
  country_code: string | null;
  country: string | null;
  longitude: number | null;
  latitude: number | null;
}

export interface BudgetLine {
  funder: string;
  organisation_id: number | null;
  listed: boolean;
  planned_cents: number | null;
  received_cents: number | null;
}

export interface Term {
  id: number;
  code: string;
  label: string;
  colour: string | null;
}

export interface Marker {
  id: number;
  code: string;
  label: string;
  score: Score;
  answers: Answers;
  by_hand: boolean;
  reason: string;
}

export interface Picture {
  id: number;
  file_id: string;
  alternative: string;
  credit: string;
  width: number | null;
  height: number | null;
}

export interface Update {
  id: number;
  told_on: Day;
  title: string;
  body: string;
  state: "waiting" | "published" | "refused";
  told_by: string | null;
  answer: string;
}

/** All that the network knows of a project. */
export interface ProjectRecord {
  id: number;
  title: string;
  summary: string;
  description: string;
  website: string;
  stage: Stage;
  starts_on: Day | null;
  starts_precision: Precision | null;
  ends_on: Day | null;
  ends_precision: Precision | null;
  axis: Term | null;
  sectors: Term[];
  goals: Term[];
  main_goal_id: number | null;
  countries: { code: string; name: string; numeric_code: string; subregion: string | null }[];
  beneficiaries: string;
  beneficiary_count: number | null;
  notes: string;
  visibility: "listed" | "internal";
  status: "proposed" | "published" | "archived";
  listed_at: Date | null;
  origin: Origin;
  origin_ref: string | null;
  origin_label: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  participants: Participant[];
  places: Place[];
  budget: BudgetLine[];
  markers: Marker[];
  pictures: Picture[];
  updates: Update[];
  publications: { act: "publish" | "withdraw"; account_id: string | null; made_at: string }[];
  waiting: number;
}

const rows = (of: ReturnType<typeof sql>) => sql`(select coalesce(jsonb_agg(line), '[]') from (${of}) line)`;
const termsOf = (ids: ReturnType<typeof sql>) =>
  rows(
    sql`select term.id, term.code, term.label, term.colour from vocabularies.shared_terms term
      where term.id = any(${ids}) order by term.position, term.id`,
  );

/** A project with all that hangs on it, whatever its state, in one statement. */
export async function findProject(db: Db, id: number): Promise<ProjectRecord | undefined> {
  const found = await sql<ProjectRecord>`
    select project.id, project.title, project.summary, project.description, project.website, project.stage,
      project.starts_on, project.starts_precision, project.ends_on, project.ends_precision, project.main_goal_id,
      project.beneficiaries, project.beneficiary_count, project.notes, project.visibility, project.status,
      project.listed_at, project.origin, project.origin_ref, project.origin_label, project.version,
      project.created_at, project.updated_at,
      ${termsOf(sql`array[project.axis_id]`)} -> 0 as axis,
      ${termsOf(sql`project.sector_ids`)} as sectors,
      ${termsOf(sql`project.goal_ids`)} as goals,
      ${rows(sql`select country.code, country.name, country.numeric_code, country.subregion
        from territory.shared_countries country where country.code = any(project.country_codes)
        order by platform.fold(country.name)`)} as countries,
      ${rows(sql`select participant.role, participant.name as typed, coalesce(organisation.name, participant.name) as name,
          participant.organisation_id, ${isListed} as listed, participant.country_code, country.name as country
        from projects.participants participant
        left join directory.shared_organisations organisation on organisation.id = participant.organisation_id
        left join territory.shared_countries country on country.code = participant.country_code
        where participant.project_id = project.id order by participant.position`)} as participants,
      ${rows(sql`select place.side, place.name as typed, shared.label, place.commune_code, shared.country_code,
          commune.name || ' (' || commune.department_name || ')' as written,
          country.name as country, shared.longitude, shared.latitude
        from projects.places place
        join projects.shared_project_places shared on shared.id = place.id
        left join territory.shared_countries country on country.code = shared.country_code
        left join territory.shared_communes commune on commune.code = place.commune_code
        where place.project_id = project.id order by place.position`)} as places,
      ${rows(sql`select coalesce(organisation.name, line.funder) as funder, line.organisation_id, ${isListed} as listed,
          line.planned_cents, line.received_cents
        from projects.budget_lines line
        left join directory.shared_organisations organisation on organisation.id = line.organisation_id
        where line.project_id = project.id order by line.position`)} as budget,
      ${rows(sql`select term.id, term.code, term.label, marker.score, marker.answers, marker.by_hand, marker.reason
        from projects.markers marker join vocabularies.shared_terms term on term.id = marker.marker_id
        where marker.project_id = project.id order by term.position`)} as markers,
      ${rows(sql`select picture.id, picture.file_id, picture.alternative, picture.credit, file.width, file.height
        from projects.pictures picture join platform.files file on file.id = picture.file_id
        where picture.project_id = project.id and picture.removed_at is null order by picture.id`)} as pictures,
      ${rows(sql`select update.id, update.told_on, update.title, update.body, update.state, update.told_by, update.answer
        from projects.updates update where update.project_id = project.id
        order by update.told_on desc, update.id desc`)} as updates,
      ${rows(sql`select act, account_id, made_at from projects.publications publication
        where publication.project_id = project.id order by made_at desc, id desc`)} as publications,
      (select count(*)::int from projects.proposals proposal
       where proposal.project_id = project.id and proposal.state = 'waiting') as waiting
    from projects.projects project where project.id = ${id}`.execute(db);
  return found.rows[0];
}

const isListed = sql`coalesce(organisation.visibility = 'listed' and organisation.status = 'published', false)`;
