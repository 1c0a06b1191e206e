import { sql } from "kysely";
import { listFields, readRecords } from "#domains/directory/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { isAskable } from "../asking/rules.fields.ts";
import type { Campaign } from "../campaigns/queries.ts";
import { computeCoverage } from "../coverage/queries.ts";
import { countStandings } from "../following/queries.ts";

/** `not_open`: a draft, or closed already; `stale`: a colleague changed it first. */
export type ClosingRefusal = "not_open" | "stale";

/** How many records are read and frozen at a time. */
const sliceSize = 1000;

/** Ways to reach people are not frozen: they may ask that these be erased (GDPR, art. 17). */
const reaching = new Set(["email", "phone"]);

/**
 * Closes a campaign for ever and freezes what it found: its counts, its coverage, and each organisation asked with the
 * fields of its record as they are now. Nothing of it moves after (the tables refuse it).
 */
export function closeCampaign(
  db: Db,
  author: Author,
  campaign: Campaign,
  now: Date,
): Promise<{ ok: true; snapshotId: number } | { ok: false; refusal: ClosingRefusal }> {
  return inTransaction(db, author, async (db) => {
    if (campaign.state !== "open") return { ok: false, refusal: "not_open" };
    const done = await db
      .updateTable("census.campaigns")
      .set({ state: "closed", closed_at: now, version: campaign.version + 1, updated_at: now })
      .where("id", "=", campaign.id)
      .where("version", "=", campaign.version)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return { ok: false, refusal: "stale" };
    const content = {
      title: campaign.title,
      year: campaign.year,
      words: campaign.segment_words,
      counts: await countStandings(db, campaign.id),
      coverage: await computeCoverage(db, campaign.id),
    };
    const { id } = await db
      .insertInto("census.snapshots")
      .values({
        campaign_id: campaign.id,
        content: JSON.stringify(content),
        frozen_at: now,
        frozen_by: author.accountId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await freezeOrganisations(db, campaign.id, id);
    return { ok: true, snapshotId: id };
  });
}

/** The records of those asked, a slice at a time: memory stays the same at 100 000. */
async function freezeOrganisations(db: Db, campaignId: number, snapshotId: number) {
  const keys = (await listFields(db))
    .filter((field) => isAskable(field) && !reaching.has(field.key))
    .map(({ key }) => key);
  let after = 0;
  for (;;) {
    const { rows } = await sql<{ organisation_id: number }>`
      select organisation_id from census.invitations
      where campaign_id = ${campaignId} and organisation_id > ${after}
      order by organisation_id limit ${sliceSize}`.execute(db);
    const ids = rows.map(({ organisation_id }) => organisation_id);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
    const records = await readRecords(db, ids);
    const lines = ids.map((organisation_id) => ({
      organisation_id,
      fields: Object.fromEntries(
        keys.map((key) => [key, records.get(organisation_id)?.values[key] ?? null] as const),
      ),
    }));
    await sql`
      insert into census.snapshot_organisations
        (snapshot_id, organisation_id, state, answered_on, family_id, department_code, fields)
      select ${snapshotId}, line.organisation_id, invitation.state,
             (invitation.answered_at at time zone 'Europe/Paris')::date, known.family_id, known.department_code, line.fields
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (organisation_id bigint, fields jsonb)
      join census.invitations invitation
        on invitation.campaign_id = ${campaignId} and invitation.organisation_id = line.organisation_id
      join directory.shared_organisations known on known.id = line.organisation_id
      order by line.organisation_id`.execute(db);
  }
}
