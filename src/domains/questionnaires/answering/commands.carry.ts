import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { carryDrafts } from "#platform/questionnaire/carry.ts";
import type { Content } from "#platform/questionnaire/content.ts";
import { pickValues } from "#platform/questionnaire/parts.ts";
import { fits } from "#platform/questionnaire/verify.ts";
import type { Answer } from "./queries.ts";

const asJson = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

/** Moves an open answer to the revision published last, in the caller's transaction: what was said to questions that are kept stays. */
export async function carryOver(db: Db, answer: Answer): Promise<void> {
  if (answer.newerRevisionId === null) return;
  const next = await db
    .selectFrom("questionnaires.revisions")
    .select("content")
    .where("id", "=", answer.newerRevisionId)
    .executeTakeFirstOrThrow();
  const content = next.content as unknown as Content;
  const questions = content.sections.flatMap((section) => section.questions);
  const prefilled = Object.fromEntries(
    Object.entries(pickValues(questions, answer.prefilled)).filter(([id, value]) =>
      questions.some((question) => question.id === id && fits(question, value)),
    ),
  );
  await db
    .updateTable("questionnaires.answers")
    .set({ revision_id: answer.newerRevisionId, prefilled: asJson(prefilled), version: answer.version + 1 })
    .where("id", "=", answer.id)
    .execute();
  const parts = [...answer.parts.values()];
  const last = parts.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime())[0];
  await db.deleteFrom("questionnaires.parts").where("answer_id", "=", answer.id).execute();
  const drafts = carryDrafts(answer.content, content, answer.parts, answer.prefilled);
  if (drafts.size === 0 || !last) return;
  await db
    .insertInto("questionnaires.parts")
    .values(
      [...drafts].map(([section_id, { values, typed }]) => ({
        answer_id: answer.id,
        section_id,
        values: asJson(values),
        typed: asJson(typed),
        version: Math.max(...parts.map(({ version }) => version)) + 1, // pages open elsewhere are told
        saved_by: last.savedBy?.id ?? null,
        saved_at: last.savedAt,
      })),
    )
    .execute();
}
