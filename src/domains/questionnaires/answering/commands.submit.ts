import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { answersToSend, whatIsAsked } from "#platform/questionnaire/conditions.ts";
import type { Kind } from "#platform/questionnaire/content.ts";
import { byMap, wholeDraft } from "#platform/questionnaire/parts.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import { wrongAnswers } from "#platform/questionnaire/verify.ts";
import type { AnswerMount } from "../contract.ts";
import { type Answer, findAnswer } from "./queries.ts";

const asJson = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

export type SubmitOutcome =
  | { ok: true; again: boolean }
  | { ok: false; refusal: "submitted" | "changed" }
  | { ok: false; refusal: "wrong"; wrong: Readonly<Record<string, string>> };

/**
 * Sends an answer, once: what is asked and answered is kept whole, and the room is told in the same transaction. Refused
 * while something is wrong, when another person sent it first (`submitted`), or when the questions changed since they were
 * read (`changed`).
 */
export function submitAnswer(
  db: Db,
  author: Author,
  { answerId, participantId, now }: { answerId: number; participantId: number; now: Date },
  onSubmit: AnswerMount["onSubmit"],
): Promise<SubmitOutcome> {
  return inTransaction(db, author, async (db) => {
    const answer = await findAnswer(db, answerId, { forUpdate: true });
    if (!answer || answer.state === "submitted") return { ok: false, refusal: "submitted" };
    if (answer.newerRevisionId !== null) return { ok: false, refusal: "changed" };
    const draft = wholeDraft(answer.content, answer.parts, answer.prefilled);
    const wrong = wrongAnswers(answer.content, draft);
    if (Object.keys(wrong).length > 0) return { ok: false, refusal: "wrong", wrong };
    const values = answersToSend(answer.content, draft.values);
    await db
      .updateTable("questionnaires.answers")
      .set({
        state: "submitted",
        given: asJson(values),
        submitted_at: now,
        submitted_by: participantId,
        version: answer.version + 1,
      })
      .where("id", "=", answerId)
      .execute();
    const by = answer.participants.find(({ id }) => id === participantId);
    await onSubmit?.(db, {
      answerId,
      questionnaireId: answer.questionnaireId,
      revisionId: answer.revisionId,
      values,
      said: byMap(answer.content, values),
      cleared: clearedMaps(answer, draft.values, values),
      known: byMap(answer.content, answer.prefilled),
      kinds: mappedKinds(answer),
      by: { name: by?.name ?? "", email: by?.email ?? "" },
      again: answer.submittedAt !== null,
      now,
    });
    return { ok: true, again: answer.submittedAt !== null };
  });
}

const mappedKinds = ({ content }: Answer): Readonly<Record<string, Kind>> =>
  Object.fromEntries(
    content.sections.flatMap(({ questions }) =>
      questions.flatMap(({ maps, kind }) => (maps ? [[maps, kind] as const] : [])),
    ),
  );

function clearedMaps({ content }: Answer, drafted: Values, sent: Values): string[] {
  const { ids } = whatIsAsked(content, drafted);
  const asked = content.sections.flatMap(({ questions }) => questions.filter(({ id }) => ids.has(id)));
  return asked.flatMap(({ id, maps }) => (maps && sent[id] === undefined ? [maps] : []));
}

/** Opens a submitted answer again: those who wrote it can change it and send it once more. False when it was open. */
export async function reopenAnswer(db: Db, author: Author, answerId: number, now: Date): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("questionnaires.answers")
      .set({ state: "open", reopened_at: now, version: sql`version + 1` })
      .where("id", "=", answerId)
      .where("state", "=", "submitted")
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}

/** Takes a reopening back: the answer is again as it was submitted. */
export async function closeAgain(db: Db, author: Author, answerId: number): Promise<boolean> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("questionnaires.answers")
      .set({ state: "submitted", version: sql`version + 1` })
      .where("id", "=", answerId)
      .where("state", "=", "open")
      .where("given", "is not", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n;
}
