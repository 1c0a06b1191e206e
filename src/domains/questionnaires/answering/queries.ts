import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Content } from "#platform/questionnaire/content.ts";
import { type Draft, withOrganisations } from "#platform/questionnaire/parts.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import { digestOf } from "./tokens.ts";

/** Someone who writes an answer. */
export interface Participant {
  id: number;
  name: string;
  email: string;
  seenAt: Date | null;
}

/** The draft of a page, with who saved it last. */
export interface Part extends Draft {
  version: number;
  savedBy: { id: number; name: string } | null;
  savedAt: Date;
}

/** An answer, whole: its questions, its drafts, those who write it. */
export interface Answer {
  id: number;
  questionnaireId: number;
  revisionId: number;
  revisionNumber: number;
  content: Content;
  /** The revision published last, when it is not this answer's. */
  newerRevisionId: number | null;
  label: string;
  state: "open" | "submitted";
  version: number;
  prefilled: Values;
  given: Values;
  parts: ReadonlyMap<string, Part>;
  participants: readonly Participant[];
  openedAt: Date | null;
  submittedAt: Date | null;
  submittedBy: string;
}

interface Row {
  id: number;
  questionnaire_id: number;
  revision_id: number;
  number: number;
  content: Content;
  newer: number | null;
  label: string;
  state: "open" | "submitted";
  version: number;
  prefilled: Values;
  given: Values | null;
  opened_at: Date | null;
  submitted_at: Date | null;
  submitted_by: number | null;
  parts: {
    section_id: string;
    values: Values;
    typed: Record<string, string>;
    version: number;
    saved_by: number | null;
    saved_at: string;
  }[];
  participants: { id: number; name: string; email: string; seen_at: string | null }[];
  cited: Record<string, number>;
}

/** The answer of this number, in one statement; undefined when there is none. `forUpdate` holds it until the transaction ends. */
export async function findAnswer(
  db: Db,
  id: number,
  { forUpdate = false } = {},
): Promise<Answer | undefined> {
  const { rows } = await sql<Row>`
    select answer.id, answer.questionnaire_id, answer.revision_id, revision.number, revision.content,
      (select newer.id from questionnaires.revisions newer
       where newer.questionnaire_id = answer.questionnaire_id and newer.published_at is not null
         and newer.number > revision.number order by newer.number desc limit 1) as newer,
      answer.label, answer.state, answer.version, answer.prefilled, answer.given, answer.opened_at,
      answer.submitted_at, answer.submitted_by,
      (select coalesce(jsonb_agg(to_jsonb(part)), '[]') from questionnaires.parts part
       where part.answer_id = answer.id) as parts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', one.id, 'name', one.name, 'email', one.email,
         'seen_at', one.seen_at) order by one.id), '[]')
       from questionnaires.participants one where one.answer_id = answer.id) as participants,
      (select coalesce(jsonb_object_agg(cited.field, cited.organisation_id), '{}')
       from questionnaires.cited_organisations cited where cited.answer_id = answer.id) as cited
    from questionnaires.answers answer
    join questionnaires.revisions revision on revision.id = answer.revision_id
    where answer.id = ${id} ${forUpdate ? sql`for update of answer` : sql``}`.execute(db);
  return rows[0] && answerOf(rows[0]);
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

function answerOf(row: Row): Answer {
  const people = row.participants.map(({ seen_at, ...one }) => ({ ...one, seenAt: instant(seen_at) }));
  const nameOf = (id: number | null) => people.find((one) => one.id === id)?.name ?? "";
  return {
    id: row.id,
    questionnaireId: row.questionnaire_id,
    revisionId: row.revision_id,
    revisionNumber: row.number,
    content: row.content,
    newerRevisionId: row.newer,
    label: row.label,
    state: row.state,
    version: row.version,
    prefilled: row.prefilled,
    given: withOrganisations(row.given ?? {}, row.cited),
    parts: new Map(
      row.parts.map((part) => [
        part.section_id,
        {
          values: withOrganisations(part.values, row.cited),
          typed: part.typed,
          version: part.version,
          savedBy: part.saved_by === null ? null : { id: part.saved_by, name: nameOf(part.saved_by) },
          savedAt: new Date(part.saved_at),
        },
      ]),
    ),
    participants: people,
    openedAt: row.opened_at,
    submittedAt: row.submitted_at,
    submittedBy: nameOf(row.submitted_by),
  };
}

/** Who a personal link belongs to; `expired` when it opens nothing any more but can be asked for again. */
export async function findHolder(db: Db, token: string, now: Date) {
  const row = await db
    .selectFrom("questionnaires.participants as one")
    .innerJoin("questionnaires.answers as answer", "answer.id", "one.answer_id")
    .select(["one.id", "one.name", "one.email", "one.expires_at", "one.seen_at"])
    .select(["answer.id as answerId", "answer.questionnaire_id as questionnaireId"])
    .where("one.token", "=", digestOf(token))
    .executeTakeFirst();
  return row && { ...row, expired: row.expires_at <= now };
}

export type Holder = NonNullable<Awaited<ReturnType<typeof findHolder>>>;
