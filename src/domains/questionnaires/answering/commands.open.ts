import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { fromMap } from "#platform/questionnaire/parts.ts";
import type { NewAnswer, OpenedAnswer } from "../contract.ts";
import { findQuestionnaire } from "../editing/queries.ts";
import { digestOf, newToken } from "./tokens.ts";

/**
 * Opens answers to the revision published last, in one statement for the whole list, each with a first participant and
 * their personal link, good until `expiresAt`. Throws when nothing is published: the room asks first.
 */
export function openAnswers(
  db: Db,
  author: Author,
  { questionnaireId, expiresAt }: { questionnaireId: number; expiresAt: Date },
  answers: readonly NewAnswer[],
): Promise<OpenedAnswer[]> {
  return inTransaction(db, author, async (db) => {
    if (answers.length === 0) return [];
    const revision = (await findQuestionnaire(db, questionnaireId))?.published;
    if (!revision) throw new Error(`Questionnaire ${questionnaireId} has no published revision.`);
    const links = answers.map((answer, place) => {
      const token = answer.token ?? newToken();
      const prefilled = fromMap(revision.content, answer.known ?? {});
      const { key, label, name, email } = answer;
      return {
        place,
        key,
        label: label.slice(0, 300),
        name,
        email,
        prefilled,
        token,
        digest: digestOf(token),
      };
    });
    const asked = links.map(({ token, ...line }) => line);
    const { rows } = await sql<{ place: number; answer: number; participant: number }>`
      with line as materialized (
        select nextval(pg_get_serial_sequence('questionnaires.answers', 'id')) as id, line.*
        from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
          as line (place integer, label text, name text, email text, prefilled jsonb, digest text)
      ), answer as (
        insert into questionnaires.answers (id, questionnaire_id, revision_id, label, prefilled)
        overriding system value
        select id, ${questionnaireId}, ${revision.id}, label, prefilled from line order by place returning id
      ), participant as (
        insert into questionnaires.participants (answer_id, name, email, token, expires_at)
        select line.id, line.name, line.email, line.digest, ${expiresAt} from line join answer using (id)
        returning id, answer_id
      )
      select line.place, line.id as answer, participant.id as participant
      from line join participant on participant.answer_id = line.id order by line.place`.execute(db);
    return rows.map(({ place, answer, participant }) => ({
      key: links[place]?.key ?? "",
      answerId: answer,
      participantId: participant,
      token: links[place]?.token ?? "",
    }));
  });
}

/** One answer, as `openAnswers`. */
export async function openAnswer(
  db: Db,
  author: Author,
  to: { questionnaireId: number; expiresAt: Date },
  answer: NewAnswer,
): Promise<OpenedAnswer> {
  const [opened] = await openAnswers(db, author, to, [answer]);
  if (!opened) throw new Error("No answer was opened.");
  return opened;
}
