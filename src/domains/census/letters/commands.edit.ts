import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { listLetterTexts } from "./queries.ts";
import { mostLetters } from "./rules.ladder.ts";
import { shippedLetters } from "./texts.ts";

export interface LetterChange {
  after_days: number;
  subject: string;
  text: string;
}

/** Changes the words of a letter that is still at `version`, and how long after the invitation it goes. */
export async function changeLetter(
  db: Db,
  author: Author,
  campaignId: number,
  rank: number,
  version: number,
  change: LetterChange,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("census.letters")
      .set({ ...change, version: version + 1 })
      .where("campaign_id", "=", campaignId)
      .where("rank", "=", rank)
      .where("version", "=", version)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Adds a reminder after the last one, ten days later; false when the ladder is full. */
export function addReminder(db: Db, author: Author, campaignId: number): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    await sql`select from census.campaigns where id = ${campaignId} for update`.execute(db);
    const ladder = await listLetterTexts(db, campaignId);
    const last = ladder.at(-1);
    if (!last || ladder.length >= mostLetters) return false;
    const { subject, text } = shippedLetters[shippedLetters.length - 1] ?? last;
    await db
      .insertInto("census.letters")
      .values({
        campaign_id: campaignId,
        rank: last.rank + 1,
        after_days: last.after_days + 10,
        subject,
        text,
      })
      .execute();
    return true;
  });
}

/** Takes the last reminder away; false when it is the invitation, not the last, or has been written to someone. */
export async function removeReminder(
  db: Db,
  author: Author,
  campaignId: number,
  rank: number,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    sql`delete from census.letters letter where campaign_id = ${campaignId} and rank = ${rank} and rank > 0
      and not exists (select from census.letters later where later.campaign_id = letter.campaign_id and later.rank > letter.rank)
      and not exists (select from census.invitations invitation
                      where invitation.campaign_id = letter.campaign_id and invitation.last_rank >= letter.rank)`.execute(
      db,
    ),
  );
  return done.numAffectedRows === 1n;
}
