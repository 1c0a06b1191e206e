import { findRecipient } from "#domains/accounts/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { support } from "#paths/support.ts";
import { type Day, dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction, system } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import type { Theme } from "#ui/document.tsx";
import { listLateMilestones } from "../incubation/queries.week.ts";
import { mondayOf, reminderOf } from "../rules.ts";
import { findSupportSettings } from "../settings/queries.ts";
import { digestLetter } from "./emails.tsx";
import { listDigestReaders, listStandings } from "./queries.ts";

type Post = Pick<Services, "db" | "config" | "jobs">;

/** The author is sent the weekly digest, or no longer. */
export async function chooseDigest(db: Db, author: Author, wanted: boolean): Promise<void> {
  const { accountId } = author;
  if (!accountId) return;
  await inTransaction(db, author, async (db) => {
    if (wanted) await db.deleteFrom("support.digest_refusals").where("user_id", "=", accountId).execute();
    else
      await db
        .insertInto("support.digest_refusals")
        .values({ user_id: accountId })
        .onConflict((line) => line.doNothing())
        .execute();
  });
}

/**
 * Writes the digest of the week to each referent who has something waiting, each in its own transaction with its letter: run
 * again after a crash, it goes on where it was, and nobody is written to twice in a week. Returns how many were written.
 */
export async function writeDigests(post: Post, now: Date): Promise<number> {
  const monday = mondayOf(dayInParis(now));
  const theme = await findTheme(post.db);
  const { quiet_weeks } = await findSupportSettings(post.db);
  let written = 0;
  for (const id of await listDigestReaders(post.db, monday))
    if (await writeDigest(post, id, { monday, theme, quietWeeks: quiet_weeks })) written += 1;
  return written;
}

function writeDigest(
  post: Post,
  userId: string,
  { monday, theme, quietWeeks }: { monday: Day; theme: Theme; quietWeeks: number },
): Promise<boolean> {
  return inTransaction(post.db, system, async (db) => {
    const lines = (await listStandings(db, userId)).flatMap((course) => {
      const reminder = reminderOf(course, quietWeeks, monday);
      return reminder ? [{ ...course, reminder }] : [];
    });
    const milestones = await listLateMilestones(db, userId, monday);
    const recipient = await findRecipient(db, userId);
    if (lines.length + milestones.length === 0 || !recipient) return false;
    // The line comes first: of two runs at once, the second finds it and writes nothing.
    const kept = await db
      .insertInto("support.digests")
      .values({ user_id: userId, monday, courses: lines.length })
      .onConflict((line) => line.columns(["user_id", "monday"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!kept) return false;
    const href = post.config.baseUrl + support.week();
    const letter = digestLetter(theme, { name: recipient.name, lines, milestones, href });
    const letter_id = await writeLetter(db, post.jobs, { to: recipient.email, ...letter });
    await db.updateTable("support.digests").set({ letter_id }).where("id", "=", kept.id).execute();
    return true;
  });
}
