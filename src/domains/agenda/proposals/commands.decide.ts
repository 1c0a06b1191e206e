import { findTheme } from "#domains/network/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { type Desk, nextVersion } from "./commands.ts";
import { decisionLetter } from "./emails.ts";
import { findProposal } from "./queries.ts";
import { blanks, type TakenField } from "./texts.ts";

/**
 * Accepts or refuses what an actor proposed, once whoever clicks, and writes to them. Accepted, it is announced with the `fields`
 * that were taken; the others are left empty. Refused, it is in no list. False when a colleague decided before.
 */
export function decideProposal(
  db: Db,
  author: Author,
  { jobs }: Desk,
  id: number,
  {
    accept,
    answer,
    fields,
    now,
  }: { accept: boolean; answer: string; fields: readonly TakenField[]; now: Date },
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable("agenda.proposals")
      .set({ state: accept ? "accepted" : "refused", answer, decided_by: author.accountId, decided_at: now })
      .where("id", "=", id)
      .where("state", "=", "waiting")
      .executeTakeFirst();
    const proposal = await findProposal(db, id);
    if (numUpdatedRows === 0n || !proposal?.event_id) return false;
    const left = (Object.keys(blanks) as TakenField[]).filter((field) => accept && !fields.includes(field));
    await db
      .updateTable("agenda.events")
      .set({
        ...Object.assign({}, ...left.map((field) => blanks[field])),
        status: accept ? "published" : "refused",
        ...nextVersion,
      })
      .where("id", "=", proposal.event_id)
      .where("status", "=", "proposed")
      .execute();
    const letter = decisionLetter(await findTheme(db), proposal, accept, answer);
    await writeLetter(db, jobs, { to: proposal.email, ...letter });
    return true;
  });
}
