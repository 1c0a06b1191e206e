import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { digestOf, newToken } from "./tokens.ts";

/** Someone more who writes an answer, by a link of their own (`token`: as in `NewAnswer`). `refused` beyond twenty. */
export function addParticipant(
  db: Db,
  author: Author,
  one: {
    answerId: number;
    name: string;
    email: string;
    invitedBy?: number | null;
    expiresAt: Date;
    token?: string;
  },
): Promise<{ ok: true; id: number; token: string } | { ok: false; refusal: "too-many" }> {
  return inTransaction(db, author, async (db) => {
    const { count } = await db
      .selectFrom("questionnaires.participants")
      .select((row) => row.fn.countAll<number>().as("count"))
      .where("answer_id", "=", one.answerId)
      .executeTakeFirstOrThrow();
    if (count >= mostParticipants) return { ok: false, refusal: "too-many" };
    const token = one.token ?? newToken();
    const { id } = await db
      .insertInto("questionnaires.participants")
      .values({
        answer_id: one.answerId,
        name: one.name.trim().slice(0, 200),
        email: one.email.trim().toLowerCase(),
        token: digestOf(token),
        invited_by: one.invitedBy ?? null,
        expires_at: one.expiresAt,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { ok: true, id, token };
  });
}

export const mostParticipants = 20;

/** A new link for this participant; the one before opens nothing more. Undefined when they write no answer any more. */
export async function renewLink(
  db: Db,
  author: Author,
  participantId: number,
  expiresAt: Date,
): Promise<string | undefined> {
  const token = newToken();
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("questionnaires.participants")
      .set({ token: digestOf(token), expires_at: expiresAt })
      .where("id", "=", participantId)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n ? token : undefined;
}
