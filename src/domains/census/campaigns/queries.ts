import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { CampaignState } from "../texts.ts";

const columns = [
  "campaign.id",
  "campaign.title",
  "campaign.slug",
  "campaign.year",
  "campaign.introduction",
  "campaign.questionnaire_id",
  "campaign.segment_id",
  "campaign.segment_words",
  "campaign.opens_on",
  "campaign.closes_on",
  "campaign.open_link",
  "campaign.opened_at",
  "campaign.closed_at",
  "campaign.version",
  "campaign.updated_at",
] as const;

/** A campaign that was not taken away. */
const campaigns = (db: Db) =>
  db
    .selectFrom("census.campaigns as campaign")
    .select(columns)
    .select(sql<CampaignState>`campaign.state`.as("state"))
    .where("campaign.removed_at", "is", null);

export function findCampaign(db: Db, id: number) {
  return campaigns(db).where("campaign.id", "=", id).executeTakeFirst();
}

/** The campaign of an open link, opened and that takes strangers. */
export function findCampaignBySlug(db: Db, slug: string) {
  return campaigns(db)
    .where("campaign.slug", "=", slug)
    .where("campaign.open_link", "=", true)
    .where("campaign.state", "<>", "draft")
    .executeTakeFirst();
}

export type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>;

/** Every campaign, the latest first, with how many were asked and how many answered. */
export function listCampaigns(db: Db) {
  return db
    .selectFrom("census.campaigns as campaign")
    .select(["campaign.id", "campaign.title", "campaign.year", "campaign.opens_on", "campaign.closes_on"])
    .select([
      sql<CampaignState>`campaign.state`.as("state"),
      sql<number>`(select count(*) from census.invitations invitation where invitation.campaign_id = campaign.id)`.as(
        "invited",
      ),
      sql<number>`(select count(*) from census.invitations invitation
        where invitation.campaign_id = campaign.id and invitation.state = 'answered')`.as("answered"),
    ])
    .where("campaign.removed_at", "is", null)
    .orderBy("campaign.year", "desc")
    .orderBy("campaign.id", "desc")
    .limit(200)
    .execute();
}
export type CampaignLine = Awaited<ReturnType<typeof listCampaigns>>[number];

/** The ends of address that campaigns have, those taken away among them. */
export async function listSlugs(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom("census.campaigns").select("slug").execute();
  return new Set(rows.map(({ slug }) => slug));
}
