import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import {
  type Erasing,
  type ErasureLine,
  forgetChanges,
  forgetChangesOfPerson,
  type PersonalPart,
} from "#platform/personal-data.ts";
import { findSubject } from "./queries.ts";

/** What an erasure does, part by part. */
export interface ForeseenPart {
  label: string;
  lines: readonly ErasureLine[];
}

/** What erasing would take, and what would stay, part by part; only what there is. Reads only. */
export async function foreseeErasure(
  db: Db,
  parts: readonly PersonalPart[],
  personId: number,
): Promise<readonly ForeseenPart[]> {
  const subject = await findSubject(db, { personId });
  if (!subject) return [];
  const foreseen: ForeseenPart[] = [];
  for (const { label, foresee } of parts) {
    const lines = (await foresee(db, subject)).filter(({ count }) => count > 0);
    if (lines.length > 0) foreseen.push({ label, lines });
  }
  return foreseen;
}

export type ErasureOutcome = { ok: true } | { ok: false; refusal: "blocked" | "erased" };

/**
 * Erases a person in one transaction: every part does what it foresaw, the change log forgets their values, and the erasure
 * is noted without personal data. `blocked` when a part says that it cannot be yet; `erased` when it is done already.
 */
export function erasePerson(
  db: Db,
  parts: readonly PersonalPart[],
  personId: number,
  how: Erasing,
): Promise<ErasureOutcome> {
  return inTransaction(db, how.author, async (db) => {
    const held =
      await sql`select from directory.people where id = ${personId} and erased_at is null for update`.execute(
        db,
      );
    const subject = held.rows.length === 1 ? await findSubject(db, { personId }) : undefined;
    if (!subject) return { ok: false, refusal: "erased" };
    const foreseen = await foreseeErasure(db, parts, personId);
    const lines = foreseen.flatMap(({ label, lines }) =>
      lines.map(({ what, count, outcome }) => ({ part: label, what, count, outcome })),
    );
    if (lines.some(({ outcome }) => outcome === "blocks")) return { ok: false, refusal: "blocked" };
    const requested = subject.userId ? await answerRequest(db, subject.userId, how) : false;
    for (const part of parts) await part.erase(db, subject, how);
    await forgetChanges(db, "directory.people", [personId]);
    await forgetChangesOfPerson(db, personId);
    await db
      .insertInto("directory.erasures")
      .values({
        person_id: personId,
        erased_at: how.now,
        erased_by: how.author.accountId === subject.userId ? null : how.author.accountId,
        on_request: requested,
        lines: JSON.stringify(lines),
      })
      .execute();
    return { ok: true };
  });
}

/** The request of this account, when one waits, is answered by the erasure. */
async function answerRequest(db: Db, userId: string, { author, now }: Erasing): Promise<boolean> {
  const done = await db
    .updateTable("directory.erasure_requests")
    .set({ answer: "erased", answered_at: now, answered_by: author.accountId })
    .where("user_id", "=", userId)
    .where("answer", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Asks to be erased; asked twice, it is asked once. */
export async function askErasure(db: Db, author: Author, userId: string, message: string): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("directory.erasure_requests")
      .values({ user_id: userId, message })
      .onConflict((row) => row.doNothing())
      .execute(),
  );
}

/** Takes one's request back, while nobody answered it. */
export async function withdrawRequest(db: Db, author: Author, userId: string): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .deleteFrom("directory.erasure_requests")
      .where("user_id", "=", userId)
      .where("answer", "is", null)
      .executeTakeFirst(),
  );
  return done.numDeletedRows > 0n;
}

/** Refuses a request, with the reason that the person will read; false when it was answered already. */
export async function refuseRequest(
  db: Db,
  author: Author,
  id: number,
  reason: string,
  now: Date,
): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.erasure_requests")
      .set({ answer: "refused", reason, answered_at: now, answered_by: author.accountId })
      .where("id", "=", id)
      .where("answer", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}
