import type { Db } from "#platform/db/index.ts";
import type { Content } from "#platform/questionnaire/content.ts";

/** One state of a questionnaire; published, it never changes. */
export interface Revision {
  id: number;
  questionnaireId: number;
  number: number;
  content: Content;
  /** Guards its editing. */
  version: number;
  publishedAt: Date | null;
  updatedAt: Date;
}

/** A questionnaire with the revision being written and the last one published, when there are. */
export interface Questionnaire {
  id: number;
  room: string;
  draft: Revision | undefined;
  published: Revision | undefined;
}

const columns = [
  "revision.id",
  "revision.questionnaire_id",
  "revision.number",
  "revision.content",
  "revision.version",
  "revision.published_at",
  "revision.updated_at",
] as const;

interface Row {
  id: number;
  questionnaire_id: number;
  number: number;
  content: unknown;
  version: number;
  published_at: Date | null;
  updated_at: Date;
}

export const revisionOf = (row: Row): Revision => ({
  id: row.id,
  questionnaireId: row.questionnaire_id,
  number: row.number,
  content: row.content as Content,
  version: row.version,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
});

/** The questionnaire of this number; undefined when there is none. */
export async function findQuestionnaire(db: Db, id: number): Promise<Questionnaire | undefined> {
  const rows = await db
    .selectFrom("questionnaires.revisions as revision")
    .innerJoin("questionnaires.questionnaires as one", "one.id", "revision.questionnaire_id")
    .select([...columns, "one.room"])
    .where("revision.questionnaire_id", "=", id)
    .orderBy("revision.number", "desc")
    .limit(2) // the draft, if there is one, is the last
    .execute();
  const last = rows[0];
  if (!last) return undefined;
  const drafted = last.published_at === null;
  const published = drafted ? rows[1] : last;
  return {
    id,
    room: last.room,
    draft: drafted ? revisionOf(last) : undefined,
    published: published && revisionOf(published),
  };
}

/** Every revision of a questionnaire, the last first: old answers are read with the one they answered. */
export async function listRevisions(db: Db, questionnaireId: number): Promise<Revision[]> {
  const rows = await db
    .selectFrom("questionnaires.revisions as revision")
    .select(columns)
    .where("revision.questionnaire_id", "=", questionnaireId)
    .orderBy("revision.number", "desc")
    .execute();
  return rows.map(revisionOf);
}
