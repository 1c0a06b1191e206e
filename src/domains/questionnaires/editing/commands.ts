import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type Problem, problemsOf } from "#platform/questionnaire/check.ts";
import type { Content } from "#platform/questionnaire/content.ts";
import { findQuestionnaire, type Revision, revisionOf } from "./queries.ts";

const asJson = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

/** Makes a questionnaire of this room, with a first draft. */
export function createQuestionnaire(
  db: Db,
  author: Author,
  room: string,
  content: Content,
): Promise<{ id: number; revisionId: number }> {
  return inTransaction(db, author, async (db) => {
    const { id } = await db
      .insertInto("questionnaires.questionnaires")
      .values({ room })
      .returning("id")
      .executeTakeFirstOrThrow();
    const revision = await addRevision(db, id, 1, content);
    return { id, revisionId: revision.id };
  });
}

async function addRevision(db: Db, questionnaireId: number, number: number, content: Content) {
  const row = await db
    .insertInto("questionnaires.revisions")
    .values({ questionnaire_id: questionnaireId, number, content: asJson(content) })
    .returning(["id", "questionnaire_id", "number", "content", "version", "published_at", "updated_at"])
    .executeTakeFirstOrThrow();
  return revisionOf(row);
}

/** Writes the draft from the `version` that was read; `stale` when a colleague wrote first, or when it is published. */
export async function changeDraft(
  db: Db,
  author: Author,
  revision: Pick<Revision, "id" | "version">,
  content: Content,
): Promise<{ ok: true; version: number } | { ok: false; refusal: "stale" }> {
  const done = await inTransaction(db, author, (db) =>
    db
      .updateTable("questionnaires.revisions")
      .set({ content: asJson(content), version: revision.version + 1, updated_at: sql`now()` })
      .where("id", "=", revision.id)
      .where("version", "=", revision.version)
      .where("published_at", "is", null)
      .executeTakeFirst(),
  );
  return done.numUpdatedRows === 1n
    ? { ok: true, version: revision.version + 1 }
    : { ok: false, refusal: "stale" };
}

/** The draft of a questionnaire: the one there is, else a new revision that says what the last published one says. */
export function startDraft(db: Db, author: Author, questionnaireId: number): Promise<Revision | undefined> {
  return inTransaction(db, author, async (db) => {
    await db
      .selectFrom("questionnaires.questionnaires")
      .select("id")
      .where("id", "=", questionnaireId)
      .forUpdate()
      .execute();
    const known = await findQuestionnaire(db, questionnaireId);
    if (!known?.published || known.draft) return known?.draft;
    return addRevision(db, questionnaireId, known.published.number + 1, known.published.content);
  });
}

/** Throws the draft away, when a published revision stands before it; false otherwise. */
export async function discardDraft(db: Db, author: Author, revision: Pick<Revision, "id" | "version">) {
  const done = await inTransaction(db, author, (db) =>
    db
      .deleteFrom("questionnaires.revisions")
      .where("id", "=", revision.id)
      .where("version", "=", revision.version)
      .where("published_at", "is", null)
      .where("number", ">", 1)
      .executeTakeFirst(),
  );
  return done.numDeletedRows === 1n;
}

export type PublishOutcome =
  | { ok: true }
  | { ok: false; refusal: "stale" }
  | { ok: false; refusal: "problems"; problems: readonly Problem[] };

/** Publishes the draft: from now on it is what people answer, and it never changes. Refused while it has problems. */
export function publishDraft(db: Db, author: Author, revision: Revision, now: Date): Promise<PublishOutcome> {
  return inTransaction(db, author, async (db) => {
    const problems = problemsOf(revision.content);
    if (problems.length > 0) return { ok: false, refusal: "problems", problems };
    const done = await db
      .updateTable("questionnaires.revisions")
      .set({ published_at: now })
      .where("id", "=", revision.id)
      .where("version", "=", revision.version)
      .where("published_at", "is", null)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n ? { ok: true } : { ok: false, refusal: "stale" };
  });
}

/** Takes back what this request changed in a draft, if nothing was changed since; false otherwise. */
export function undoChange(db: Db, author: Author, draft: Revision, requestId: string): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const change = await db
      .selectFrom("platform.changes")
      .select("before")
      .where("request_id", "=", requestId)
      .where("table_name", "=", "questionnaires.revisions")
      .where("row_key", "=", String(draft.id))
      .where(sql`(after ->> 'version')::integer`, "=", draft.version)
      .executeTakeFirst();
    const before = change?.before as { content?: Content } | null | undefined;
    return before?.content ? (await changeDraft(db, author, draft, before.content)).ok : false;
  });
}
