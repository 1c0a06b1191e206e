import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { type Stage, type State, stateOf } from "./rules.ts";

export interface MyProject {
  id: number;
  title: string;
  stage: Stage;
  state: State;
  organisation: string;
  /** What its carriers proposed still waits. */
  waiting: boolean;
  /** The team's last word to this organisation. */
  answer: string | null;
}

/** The projects that these organisations carry, by title; those put away only while their refusal is the last word. */
export async function listMine(db: Db, organisationIds: readonly number[]): Promise<MyProject[]> {
  if (organisationIds.length === 0) return [];
  const { rows } = await sql<Omit<MyProject, "state"> & { status: string; visibility: string }>`
    select project.id, project.title, project.stage, project.status, project.visibility,
           string_agg(distinct organisation.name, ', ') as organisation,
           exists (select from projects.proposals proposal
                   where proposal.project_id = project.id and proposal.state = 'waiting') as waiting,
           (select proposal.answer from projects.proposals proposal
            where proposal.project_id = project.id and proposal.state <> 'waiting' and proposal.answer <> ''
            order by proposal.decided_at desc limit 1) as answer
    from projects.projects project
    join projects.participants participant on participant.project_id = project.id and participant.role = 'carrier'
    join directory.shared_organisations organisation on organisation.id = participant.organisation_id
    where participant.organisation_id = any(${[...organisationIds]}::bigint[])
    group by project.id order by project.key, project.id limit 500`.execute(db);
  return rows.map(({ status, visibility, ...row }) => ({ ...row, state: stateOf({ status, visibility }) }));
}
