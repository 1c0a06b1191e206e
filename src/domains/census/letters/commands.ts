import { sql } from "kysely";
import { findTheme } from "#domains/network/index.ts";
import { census } from "#paths/census.ts";
import { type Day, dayInParis } from "#platform/dates.ts";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import type { Theme } from "#ui/document.tsx";
import { tokenOf } from "../answering/rules.token.ts";
import { campaignLetter } from "./emails.tsx";
import { listLetterTexts, listOpenCampaigns, type OpenCampaign, takeDue } from "./queries.ts";
import { type DueRank, dueRanks } from "./rules.ladder.ts";

type Post = Pick<Services, "db" | "config" | "jobs">;

/** How many letters are written in one transaction: what a kill undoes, and the next run writes again. */
const batchSize = 50;

/**
 * Writes the letters due today in every open campaign, a batch a transaction: a batch is whole or never was, and an
 * invitation is taken by one run at a time. Run again after a crash, it goes on where it was. Returns how many were written.
 */
export async function writeDueLetters(
  post: Post,
  now: Date,
  { size = batchSize }: { size?: number } = {},
): Promise<number> {
  const today = dayInParis(now);
  const theme = await findTheme(post.db);
  let written = 0;
  for (const campaign of await listOpenCampaigns(post.db)) {
    const ladder = await listLetterTexts(post.db, campaign.id);
    const rungs = ladder.map(({ rank, after_days }) => ({ rank, afterDays: after_days }));
    const span = { opensOn: campaign.opens_on, closesOn: campaign.closes_on };
    for (const due of dueRanks(rungs, span, today)) {
      const letter = ladder.find(({ rank }) => rank === due.rank);
      if (!letter) continue;
      let batch: number;
      do {
        batch = await writeBatch(post, { campaign, letter, due, today, theme, size });
        written += batch;
      } while (batch === size);
    }
  }
  return written;
}

interface Batch {
  campaign: OpenCampaign;
  letter: { subject: string; text: string };
  due: DueRank;
  today: Day;
  theme: Theme;
  size: number;
}

function writeBatch(post: Post, { campaign, letter, due, today, theme, size }: Batch): Promise<number> {
  return inTransaction(post.db, system, async (db) => {
    const taken = await takeDue(db, campaign.id, due, size);
    const lines: { id: number; letter_id: number }[] = [];
    for (const { id, link, email, contact, organisation } of taken) {
      const href = post.config.baseUrl + census.answer(tokenOf(post.config.secret, { id, link }));
      const writing = campaignLetter(letter, { theme, campaign, organisation, contact, href });
      lines.push({ id, letter_id: await writeLetter(db, post.jobs, { to: email, ...writing }) });
    }
    await noteWritten(db, lines, due.rank, today);
    return taken.length;
  });
}

async function noteWritten(
  db: Db,
  lines: readonly { id: number; letter_id: number }[],
  rank: number,
  day: Day,
) {
  if (lines.length === 0) return;
  await sql`
    with written as (
      select row.id, row.letter_id
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as row (id bigint, letter_id bigint)
    ), kept as (
      insert into census.sendings (invitation_id, rank, letter_id, written_on)
      select id, ${rank}, letter_id, ${day} from written
    )
    update census.invitations invitation
    set last_rank = ${rank}, last_written_on = ${day}, last_letter_id = written.letter_id
    from written where invitation.id = written.id`.execute(db);
}
