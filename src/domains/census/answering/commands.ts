import { sql } from "kysely";
import { findFieldWords, listFields, proposeChanges, readRecord } from "#domains/directory/index.ts";
import { findAnswer, openAnswer, reopenAnswer, type Submission } from "#domains/questionnaires/index.ts";
import { type Author, type Db, inTransaction, system } from "#platform/db/index.ts";
import { questionsOf } from "#platform/questionnaire/content.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import { messageId, sayerId } from "../asking/rules.content.ts";
import { correctionOf, knownValues } from "../asking/rules.values.ts";
import type { AnswerKind } from "../texts.ts";
import { findByAnswer, type Invited, isSent, listSaidFields } from "./queries.ts";

/** Notes that a personal link was followed, the first time. */
export async function noteOpened(db: Db, author: Author, invited: Invited, now: Date): Promise<void> {
  if (invited.state !== "invited") return;
  await inTransaction(db, author, (db) =>
    db
      .updateTable("census.invitations")
      .set({ state: "opened", opened_at: now })
      .where("id", "=", invited.id)
      .where("state", "=", "invited")
      .execute(),
  );
}

/** Where the corrections of a campaign come from, as the facts beside each field say it. */
const sourceOf = (invited: Pick<Invited, "campaign_id" | "title">) =>
  ({ source: "census", ref: String(invited.campaign_id), label: invited.title }) as const;

interface Word {
  kind: AnswerKind;
  saidBy?: string;
  message?: string;
  proposalId?: number | null;
  said?: object;
  free?: object;
  now: Date;
}

/** Keeps one more word of an organisation; the last counts. */
async function keepWord(db: Db, invitationId: number, word: Word) {
  await db
    .insertInto("census.answers")
    .values({
      invitation_id: invitationId,
      kind: word.kind,
      said_by: (word.saidBy ?? "").slice(0, 200),
      message: (word.message ?? "").slice(0, 2000),
      proposal_id: word.proposalId ?? null,
      said: JSON.stringify(word.said ?? {}),
      free: JSON.stringify(word.free ?? {}),
      answered_at: word.now,
    })
    .execute();
  const state = word.kind === "refusal" ? "refused" : word.kind === "departure" ? "departed" : "answered";
  await db
    .updateTable("census.invitations")
    .set({ state, answered_at: word.now, opened_at: sql`coalesce(opened_at, ${word.now})` })
    .where("id", "=", invitationId)
    .execute();
}

/** `Tout est exact`: the organisation confirms its record today, as it stands. */
export function confirmCard(db: Db, author: Author, invited: Invited, now: Date): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const organisationId = invited.organisation_id;
    await proposeChanges(db, author, { organisationId, source: sourceOf(invited), said: {} });
    await keepWord(db, invited.id, { kind: "confirmation", now });
  });
}

/** A refusal to stand in the directory, or a departure: recorded for the team, which alone acts on the record. */
export function declare(
  db: Db,
  author: Author,
  invited: Invited,
  said: { kind: "refusal" | "departure"; message: string; saidBy: string; now: Date },
): Promise<void> {
  return inTransaction(db, author, (db) => keepWord(db, invited.id, said));
}

/**
 * Opens the questionnaire of an invitation under its own link, filled with what is known; one that was sent is opened again,
 * to be changed. `token` is that of the personal link. False when the campaign has no questionnaire.
 */
export function openQuestionnaire(
  db: Db,
  author: Author,
  invited: Invited,
  { token, now }: { token: string; now: Date },
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const held = await db
      .selectFrom("census.invitations")
      .select("answer_id")
      .where("id", "=", invited.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (held.answer_id !== null) {
      if (await isSent(db, held.answer_id)) await reopenAnswer(db, author, held.answer_id, now);
      return true; // its link stays that of the letters, whoever else was given one
    }
    if (invited.questionnaire_id === null) return false;
    const known = await knownOf(db, invited.organisation_id);
    const expiresAt = new Date(now.getTime() + 366 * 86_400_000); // the campaign itself says when it is over
    const { answerId } = await openAnswer(
      db,
      author,
      { questionnaireId: invited.questionnaire_id, expiresAt },
      {
        key: String(invited.organisation_id),
        label: invited.organisation,
        name: invited.contact,
        email: "", // its link is in our letters: the questionnaire sends none
        known,
        token,
      },
    );
    await db
      .updateTable("census.invitations")
      .set({ answer_id: answerId })
      .where("id", "=", invited.id)
      .execute();
    return true;
  });
}

/** What the record of an organisation says, as the answers to its questionnaire. */
export async function knownOf(db: Db, organisationId: number): Promise<Values> {
  const [fields, record] = await Promise.all([listFields(db), readRecord(db, organisationId)]);
  const values = record?.values ?? {};
  return knownValues(fields, values, await findFieldWords(db, [values]));
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** Takes what an organisation submitted: a difference with its record, and its answers to the other questions. */
export async function takeSubmission(db: Db, submission: Submission): Promise<void> {
  const invited = await findByAnswer(db, submission.answerId);
  if (!invited) return;
  const { values, said, known, cleared, by, now } = submission;
  const before = await listSaidFields(db, invited.id);
  const correction = correctionOf(await listFields(db), { said, known, cleared, before });
  const saidBy = text(values[sayerId]) || by.name;
  const message = [text(values[messageId]), ...correction.unread].filter(Boolean).join("\n");
  const { proposalId } = await proposeChanges(db, system, {
    organisationId: invited.organisation_id,
    source: sourceOf(invited),
    said: correction.said,
    saidBy,
    message: message.slice(0, 2000),
  });
  const kind = Object.keys(correction.said).length > 0 || message ? "correction" : "confirmation";
  const free = await freeOf(db, submission);
  await keepWord(db, invited.id, { kind, saidBy, message, proposalId, said: correction.said, free, now });
}

/** The answers to the questions that are no field of the record. */
async function freeOf(db: Db, { answerId, values }: Submission): Promise<Values> {
  const content = (await findAnswer(db, answerId))?.content;
  const mapped = new Set(content ? questionsOf(content).flatMap(({ id, maps }) => (maps ? [id] : [])) : []);
  const apart = new Set([sayerId, messageId]);
  return Object.fromEntries(Object.entries(values).filter(([id]) => !mapped.has(id) && !apart.has(id)));
}
