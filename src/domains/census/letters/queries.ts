import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { DueRank } from "./rules.ladder.ts";

export interface OpenCampaign {
  id: number;
  title: string;
  opens_on: Day;
  closes_on: Day;
}

/** The campaigns under way, the oldest first. */
export function listOpenCampaigns(db: Db): Promise<OpenCampaign[]> {
  return db
    .selectFrom("census.campaigns")
    .select(["id", "title", "opens_on", "closes_on"])
    .where("state", "=", "open")
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
}

/** The letters of a campaign as staff wrote them, the invitation first. */
export function listLetterTexts(db: Db, campaignId: number) {
  return db
    .selectFrom("census.letters")
    .select(["id", "rank", "after_days", "subject", "text", "version"])
    .where("campaign_id", "=", campaignId)
    .orderBy("rank")
    .execute();
}
export type CampaignLetter = Awaited<ReturnType<typeof listLetterTexts>>[number];

export interface DueInvitation {
  id: number;
  link: number;
  email: string;
  contact: string;
  organisation: string;
}

/**
 * Takes at most `size` invitations to which the letter of this rank is to be written, held until the transaction ends; those
 * that another run holds are left to it. What stops the letters is `Standing` in `rules.ladder.ts`.
 */
export async function takeDue(
  db: Db,
  campaignId: number,
  { rank, writtenBy }: DueRank,
  size: number,
): Promise<DueInvitation[]> {
  const { rows } = await sql<DueInvitation>`
    select invitation.id, invitation.link, invitation.email, invitation.contact, organisation.name as organisation
    from census.invitations invitation
    join census.campaigns campaign on campaign.id = invitation.campaign_id and campaign.state = 'open'
    join directory.shared_organisations organisation on organisation.id = invitation.organisation_id
    where invitation.campaign_id = ${campaignId} and invitation.last_rank = ${rank - 1}
      and invitation.state in ('invited', 'opened') and invitation.email is not null
      and (${writtenBy}::date is null or invitation.last_written_on <= ${writtenBy}::date)
      and organisation.status <> 'archived'
      and not exists (select from platform.letters letter
                      where letter.id = invitation.last_letter_id and letter.state = 'failed')
    order by invitation.id limit ${size} for update of invitation skip locked`.execute(db);
  return rows;
}

/** One of those invited, with a main contact if there is one, in whose name the letters are shown. */
export function findSample(db: Db, campaignId: number) {
  return db
    .selectFrom("census.invitations as invitation")
    .innerJoin(
      "directory.shared_organisations as organisation",
      "organisation.id",
      "invitation.organisation_id",
    )
    .select(["invitation.contact", sql<string>`organisation.name`.as("organisation")])
    .where("invitation.campaign_id", "=", campaignId)
    .orderBy(sql`invitation.contact = ''`)
    .orderBy("invitation.id")
    .limit(1)
    .executeTakeFirst();
}
