import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Typed } from "#platform/web/form.ts";

export interface WaitingLine {
  kind: "new" | "change" | "news";
  /** Of the proposal, or of the piece of news. */
  id: number;
  project_id: number;
  title: string;
  organisation: string | null;
  proposed_at: string;
}

/** What carriers proposed and the team has not read, the oldest first; at most a hundred. */
export async function listWaiting(db: Db): Promise<WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    select proposal.kind, proposal.id, project.id as project_id, project.title, organisation.name as organisation,
           to_json(proposal.proposed_at) #>> '{}' as proposed_at
    from projects.proposals proposal
    join projects.projects project on project.id = proposal.project_id
    join directory.shared_organisations organisation on organisation.id = proposal.organisation_id
    where proposal.state = 'waiting'
    union all
    select 'news', update.id, project.id, project.title, update.title, to_json(update.created_at) #>> '{}'
    from projects.updates update join projects.projects project on project.id = update.project_id
    where update.state = 'waiting'
    order by 6, 2 limit 100`.execute(db);
  return rows;
}

/** How many proposals and pieces of news wait. */
export async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from projects.proposals where state = 'waiting')
         + (select count(*) from projects.updates where state = 'waiting') as count`.execute(db);
  return rows[0]?.count ?? 0;
}

export interface Proposal {
  id: number;
  project_id: number;
  title: string;
  kind: "new" | "change";
  before: Typed;
  said: Typed;
  message: string;
  state: "waiting" | "accepted" | "refused";
  organisation: string;
  proposed_by: string | null;
  proposed_at: Date;
  answer: string;
}

/** A proposal of a carrier, decided or not. */
export async function findProposal(db: Db, id: number): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    select proposal.id, proposal.project_id, project.title, proposal.kind, proposal.before, proposal.said,
           proposal.message, proposal.state, organisation.name as organisation, proposal.proposed_by,
           proposal.proposed_at, proposal.answer
    from projects.proposals proposal
    join projects.projects project on project.id = proposal.project_id
    join directory.shared_organisations organisation on organisation.id = proposal.organisation_id
    where proposal.id = ${id}`.execute(db);
  return rows[0];
}
