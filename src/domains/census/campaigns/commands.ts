import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { shippedLetters } from "../letters/texts.ts";
import { listSlugs } from "./queries.ts";
import { slugFrom } from "./rules.ts";

/** What staff decide of a campaign. */
export interface CampaignFacts {
  title: string;
  year: number;
  introduction: string;
  opens_on: Day;
  closes_on: Day;
  open_link: boolean;
  questionnaire_id: number | null;
  /** A saved segment; null: every organisation. */
  segment_id: number | null;
}

/** `stale`: a colleague changed it first; `closed`: it no longer changes. */
export type ChangeRefusal = "stale" | "closed";

/** Prepares a campaign, with the four letters that every campaign begins with. Gives back its number. */
export function addCampaign(db: Db, author: Author, facts: CampaignFacts): Promise<number> {
  return inTransaction(db, author, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('census.campaigns'))`.execute(db); // two of one title: two addresses
    const { id } = await db
      .insertInto("census.campaigns")
      .values({ ...facts, slug: slugFrom(facts.title, await listSlugs(db)) })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("census.letters")
      .values(shippedLetters.map((letter) => ({ ...letter, campaign_id: id })))
      .execute();
    return id;
  });
}

/** Changes a campaign that is still at `version`. Once open, only its words, its last day and its open link change. */
export async function changeCampaign(
  db: Db,
  author: Author,
  id: number,
  version: number,
  facts: CampaignFacts,
): Promise<{ ok: true } | { ok: false; refusal: ChangeRefusal }> {
  const { title, introduction, closes_on, open_link, ...settled } = facts;
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("census.campaigns")
      .set({ title, introduction, closes_on, open_link, version: version + 1, updated_at: sql`now()` })
      .set((row) => ({
        year: sql`case when ${row.ref("state")} = 'draft' then ${settled.year} else year end`,
        opens_on: sql`case when ${row.ref("state")} = 'draft' then ${settled.opens_on}::date else opens_on end`,
        questionnaire_id: sql`case when ${row.ref("state")} = 'draft' then ${settled.questionnaire_id}::bigint else questionnaire_id end`,
        segment_id: sql`case when ${row.ref("state")} = 'draft' then ${settled.segment_id}::bigint else segment_id end`,
      }))
      .where("id", "=", id)
      .where("version", "=", version)
      .where("state", "<>", "closed")
      .where("removed_at", "is", null)
      .executeTakeFirst(),
  );
  if (done.numUpdatedRows === 1n) return { ok: true };
  const now = await db.selectFrom("census.campaigns").select("state").where("id", "=", id).executeTakeFirst();
  return { ok: false, refusal: now?.state === "closed" ? "closed" : "stale" };
}

/** Takes a draft away; it can be put back. False when it has been opened, or was away already. */
export function removeCampaign(db: Db, author: Author, id: number): Promise<boolean> {
  return setRemoved(db, author, id, true);
}

/** Puts a draft back. */
export function restoreCampaign(db: Db, author: Author, id: number): Promise<boolean> {
  return setRemoved(db, author, id, false);
}

async function setRemoved(db: Db, author: Author, id: number, away: boolean) {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("census.campaigns")
      .set({ removed_at: away ? sql`now()` : null, version: sql`version + 1` })
      .where("id", "=", id)
      .where("state", "=", "draft")
      .where("removed_at", away ? "is" : "is not", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}
