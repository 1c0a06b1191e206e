import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { citedOrganisations, type Draft, fromMap } from "#platform/questionnaire/parts.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import type { AnswerMount } from "../contract.ts";
import { carryOver } from "./commands.carry.ts";
import { type Answer, findAnswer } from "./queries.ts";

const asJson = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

/**
 * An answer as it is read by one of those who write it: noted as seen, filled in the first time with what the room knows,
 * and carried over to the revision published last while it is not submitted.
 */
export function visitAnswer(
  db: Db,
  author: Author,
  {
    answerId,
    participantId,
    seen,
    now,
  }: { answerId: number; participantId: number; seen: boolean; now: Date },
  prefill: AnswerMount["prefill"],
): Promise<{ answer: Answer; changed: boolean } | undefined> {
  return inTransaction(db, author, async (db) => {
    const known = await findAnswer(db, answerId);
    if (!known) return undefined;
    if (!seen) await noteSeen(db, participantId, now);
    const first = known.openedAt === null;
    const carried = known.newerRevisionId !== null && known.state === "open";
    if (!first && !carried) return { answer: known, changed: false };
    const answer = await findAnswer(db, answerId, { forUpdate: true });
    if (!answer) return undefined;
    if (carried) await carryOver(db, answer);
    if (first) await noteOpening(db, answer, now, (await prefill?.(db, answerId)) ?? {});
    const read = await findAnswer(db, answerId);
    return read && { answer: read, changed: carried && !first };
  });
}

async function noteSeen(db: Db, participantId: number, now: Date) {
  await db
    .updateTable("questionnaires.participants")
    .set({ seen_at: now })
    .where("id", "=", participantId)
    .where("seen_at", "is", null)
    .execute();
}

async function noteOpening(db: Db, answer: Answer, now: Date, known: Values) {
  const { content } = (await findAnswer(db, answer.id)) ?? answer;
  await db
    .updateTable("questionnaires.answers")
    .set({ opened_at: now, prefilled: asJson({ ...answer.prefilled, ...fromMap(content, known) }) })
    .where("id", "=", answer.id)
    .where("opened_at", "is", null)
    .execute();
}

export type SaveOutcome = { ok: true; version: number } | { ok: false; refusal: "stale" | "submitted" };

/**
 * Saves the draft of one page, from the `version` that was read (0 when nobody had saved it). `stale` when another person
 * saved it first: nothing is written. `submitted`: the answer was sent meanwhile.
 */
export function savePart(
  db: Db,
  author: Author,
  page: {
    answerId: number;
    sectionId: string;
    /** The questions of the page. */
    questionIds: readonly string[];
    version: number;
    participantId: number | null;
    now: Date;
  },
  draft: Draft,
): Promise<SaveOutcome> {
  const { answerId, sectionId, version, participantId, now } = page;
  return inTransaction(db, author, async (db) => {
    const open = await db
      .selectFrom("questionnaires.answers")
      .select("id")
      .where("id", "=", answerId)
      .where("state", "=", "open")
      .forUpdate()
      .executeTakeFirst();
    if (!open) return { ok: false, refusal: "submitted" };
    const facts = {
      values: asJson(draft.values),
      typed: asJson(draft.typed),
      version: version + 1,
      saved_by: participantId,
      saved_at: now,
    };
    const done = await db
      .insertInto("questionnaires.parts")
      .values({ answer_id: answerId, section_id: sectionId, ...facts })
      .onConflict((row) =>
        row
          .columns(["answer_id", "section_id"])
          .doUpdateSet(facts)
          .where("questionnaires.parts.version", "=", version),
      )
      .executeTakeFirst();
    if (done.numInsertedOrUpdatedRows !== 1n) return { ok: false, refusal: "stale" };
    await citeOrganisations(db, answerId, page.questionIds, citedOrganisations(draft.values));
    return { ok: true, version: version + 1 };
  });
}

/** Keeps the numbers of the organisations named on a page in their own table, when they changed. */
async function citeOrganisations(
  db: Db,
  answerId: number,
  questionIds: readonly string[],
  cited: ReadonlyMap<string, number>,
) {
  const known = await db
    .selectFrom("questionnaires.cited_organisations")
    .select(["field", "organisation_id"])
    .where("answer_id", "=", answerId)
    .where(sql<string>`split_part(field, '-', 1)`, "in", [...questionIds, ""])
    .execute();
  const gone = known.filter(({ field, organisation_id }) => cited.get(field) !== organisation_id);
  const kept = new Set(known.filter((one) => !gone.includes(one)).map(({ field }) => field));
  const fresh = [...cited].filter(([field]) => !kept.has(field));
  if (gone.length > 0)
    await db
      .deleteFrom("questionnaires.cited_organisations")
      .where("answer_id", "=", answerId)
      .where(
        "field",
        "in",
        gone.map(({ field }) => field),
      )
      .execute();
  if (fresh.length > 0)
    await db
      .insertInto("questionnaires.cited_organisations")
      .values(fresh.map(([field, organisation_id]) => ({ answer_id: answerId, field, organisation_id })))
      .execute();
}
