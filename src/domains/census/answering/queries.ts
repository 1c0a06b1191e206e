import { sql } from "kysely";
import { findAnswer } from "#domains/questionnaires/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { invitationOf, isTokenOf } from "./rules.token.ts";

/** An invitation as its personal link opens it. */
export interface Invited {
  id: number;
  link: number;
  state: "invited" | "opened" | "answered" | "refused" | "departed";
  answer_id: number | null;
  email: string | null;
  contact: string;
  answered_on: Day | null;
  organisation_id: number;
  organisation: string;
  campaign_id: number;
  title: string;
  introduction: string;
  campaign_state: "draft" | "open" | "closed";
  questionnaire_id: number | null;
  opens_on: Day;
  closes_on: Day;
}

const invited = sql`
  select invitation.id, invitation.link, invitation.state, invitation.answer_id, invitation.email, invitation.contact,
         (invitation.answered_at at time zone 'Europe/Paris')::date as answered_on,
         invitation.organisation_id, organisation.name as organisation,
         campaign.id as campaign_id, campaign.title, campaign.introduction, campaign.state as campaign_state,
         campaign.questionnaire_id, campaign.opens_on, campaign.closes_on
  from census.invitations invitation
  join census.campaigns campaign on campaign.id = invitation.campaign_id
  join directory.shared_organisations organisation on organisation.id = invitation.organisation_id`;

/** The invitation that a personal link opens; undefined when the link is not one of ours, or was replaced. */
export async function findInvited(db: Db, secret: string, token: string): Promise<Invited | undefined> {
  const id = invitationOf(token);
  if (id === undefined) return undefined;
  const { rows } = await sql<Invited>`${invited} where invitation.id = ${id}`.execute(db);
  return rows[0] && isTokenOf(secret, token, rows[0]) ? rows[0] : undefined;
}

/** The invitation whose questionnaire this is. */
export async function findByAnswer(db: Db, answerId: number): Promise<Invited | undefined> {
  const { rows } = await sql<Invited>`${invited} where invitation.answer_id = ${answerId}`.execute(db);
  return rows[0];
}

/** The fields on which an organisation already said something in this campaign. */
export async function listSaidFields(db: Db, invitationId: number): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select distinct jsonb_object_keys(said) as key from census.answers where invitation_id = ${invitationId}`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}

/** Whether the questionnaire of this invitation was sent, and is to be opened again to be changed. */
export async function isSent(db: Db, answerId: number): Promise<boolean> {
  return (await findAnswer(db, answerId))?.state === "submitted";
}
