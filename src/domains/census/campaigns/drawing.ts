import { sql } from "kysely";
import { countSegment, findSegment, segmentCondition, sentenceOf } from "#domains/directory/index.ts";
import { findQuestionnaire } from "#domains/questionnaires/index.ts";
import type { Criterion } from "#platform/criterion.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLettersJob } from "../letters/job-name.ts";
import type { Campaign } from "./queries.ts";
import type { OpeningRefusal } from "./rules.ts";

/** What the opening leans on: `services` of the site. */
export interface Drawing {
  criteria: readonly Criterion[];
  jobs: Jobs;
}

/** Whom a campaign asks: the criteria of its saved segment, else every organisation. A segment that is lost asks nobody. */
async function definitionOf(db: Db, campaign: Pick<Campaign, "segment_id">) {
  if (campaign.segment_id === null) return [];
  return (await findSegment(db, campaign.segment_id, null))?.definition;
}

/** Whom a campaign asks, in words, and how many they are today. Once open, the words are those of the opening. */
export async function describeSegment(
  db: Db,
  criteria: readonly Criterion[],
  campaign: Pick<Campaign, "segment_id" | "segment_words" | "state">,
): Promise<{ words: string; count: number }> {
  const definition = await definitionOf(db, campaign);
  if (!definition)
    return { words: campaign.segment_words || "personne : ses critères ne se lisent plus", count: 0 };
  const [words, count] = await Promise.all([
    campaign.state === "draft" ? sentenceOf(db, criteria, definition) : campaign.segment_words,
    countSegment(db, criteria, definition),
  ]);
  return { words, count };
}

/**
 * Opens a draft: draws an invitation for each published organisation of its segment, in one statement, and asks for the
 * letters. Refused when it was opened already or changed meanwhile, when its last day is past, when it has no letter, no published
 * questionnaire, or when its segment is empty and no open link brings others.
 */
export function openCampaign(
  db: Db,
  author: Author,
  { criteria, jobs }: Drawing,
  campaign: Campaign,
  now: Date,
): Promise<{ ok: true; drawn: Drawn } | { ok: false; refusal: OpeningRefusal }> {
  return inTransaction(db, author, async (db) => {
    if (campaign.state !== "draft") return { ok: false, refusal: "opened" };
    if (campaign.closes_on < dayInParis(now)) return { ok: false, refusal: "past" };
    const refusal = await whatLacks(db, campaign);
    if (refusal) return { ok: false, refusal };
    const { words, count } = await describeSegment(db, criteria, campaign);
    if (count === 0 && !campaign.open_link) return { ok: false, refusal: "nobody" };
    const done = await db
      .updateTable("census.campaigns")
      .set({
        state: "open",
        opened_at: now,
        segment_words: words.slice(0, 2000),
        version: campaign.version + 1,
      })
      .where("id", "=", campaign.id)
      .where("version", "=", campaign.version)
      .where("state", "=", "draft")
      .where("removed_at", "is", null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return { ok: false, refusal: "stale" };
    const drawn = await drawInvitations(db, criteria, campaign);
    await jobs.enqueue(db, writeLettersJob, {}, { key: "letters" });
    return { ok: true, drawn };
  });
}

async function whatLacks(db: Db, campaign: Campaign): Promise<OpeningRefusal | undefined> {
  const { rows } =
    await sql`select from census.letters where campaign_id = ${campaign.id} and rank = 0`.execute(db);
  if (rows.length === 0) return "no_letter";
  const questionnaire =
    campaign.questionnaire_id === null ? undefined : await findQuestionnaire(db, campaign.questionnaire_id);
  return questionnaire?.published ? undefined : "no_questionnaire";
}

/** How many invitations were drawn; `unreachable` of them have no address. */
export interface Drawn {
  invited: number;
  unreachable: number;
}

/** Adds to an open campaign those that joined its segment since, and asks for their letters. */
export function joinNewcomers(
  db: Db,
  author: Author,
  { criteria, jobs }: Drawing,
  campaign: Campaign,
): Promise<Drawn> {
  return inTransaction(db, author, async (db) => {
    const drawn = await drawInvitations(db, criteria, campaign);
    if (drawn.invited > 0) await jobs.enqueue(db, writeLettersJob, {}, { key: "letters" });
    return drawn;
  });
}

/** The address is that of the main contact, else the organisation’s; whoever is already invited stays as they are. */
async function drawInvitations(
  db: Db,
  criteria: readonly Criterion[],
  campaign: Pick<Campaign, "id" | "segment_id">,
): Promise<Drawn> {
  const definition = await definitionOf(db, campaign);
  if (!definition) return { invited: 0, unreachable: 0 };
  const inside = await segmentCondition(db, criteria, definition, sql.ref<number>("known.id"));
  const { rows } = await sql<Drawn>`
    with drawn as (
      insert into census.invitations (campaign_id, organisation_id, email, contact)
      select campaign.id, known.id, nullif(lower(trim(main.email)), ''), left(main.person, 250)
      from census.campaigns campaign
      join directory.shared_organisations known on known.status = 'published'
      join directory.shared_main_contacts main on main.organisation_id = known.id
      where campaign.id = ${campaign.id} and campaign.state = 'open' and ${inside}
      order by known.id
      on conflict (campaign_id, organisation_id) do nothing
      returning email
    )
    select count(*) as invited, count(*) filter (where email is null) as unreachable from drawn`.execute(db);
  return rows[0] ?? { invited: 0, unreachable: 0 };
}

/** How many organisations joined the segment of an open campaign since it was drawn. */
export async function countNewcomers(
  db: Db,
  criteria: readonly Criterion[],
  campaign: Pick<Campaign, "id" | "segment_id">,
): Promise<number> {
  const definition = await definitionOf(db, campaign);
  if (!definition) return 0;
  const inside = await segmentCondition(db, criteria, definition, sql.ref<number>("known.id"));
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from directory.shared_organisations known
    where known.status = 'published' and ${inside} and not exists (
      select from census.invitations invitation
      where invitation.campaign_id = ${campaign.id} and invitation.organisation_id = known.id)`.execute(db);
  return rows[0]?.count ?? 0;
}
