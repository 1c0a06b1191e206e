import { accountNames, findRecipient } from "#domains/accounts/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Files } from "#platform/files/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { addDocument, type SentFile } from "../content/commands.documents.ts";
import { touchCourse } from "../courses/commands.state.ts";
import type { Desk } from "./commands.ts";
import { againLetter, newsLetter, wordLetter } from "./emails.tsx";
import type { FollowedRequest } from "./queries.ts";
import { digestOf, tokenOf } from "./tokens.ts";

/** Who asked adds a word: the referent is written to. */
export function addRequesterWord(
  db: Db,
  author: Author,
  desk: Desk,
  request: FollowedRequest,
  body: string,
  now: Date,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db
      .insertInto("support.words")
      .values({ course_id: request.course_id, body, from_requester: true, created_at: now })
      .execute();
    await touchCourse(db, request.course_id, now);
    await tellReferent(db, desk, request, "un mot de plus");
  });
}

/** Who asked sends a document: the referent is written to. */
export function addRequesterDocument(
  db: Db,
  author: Author,
  desk: Desk & { files: Files },
  request: FollowedRequest,
  { file, title }: { file: SentFile; title: string },
  now: Date,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await addDocument(db, author, desk.files, request.course_id, { file, title, fromRequester: true }, now);
    await tellReferent(db, desk, request, "un document de plus");
  });
}

/** Who asked withdraws: the course closes so. Twice is once; a course already closed stays as it was. */
export function withdrawRequest(
  db: Db,
  author: Author,
  desk: Desk,
  request: FollowedRequest,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const withdrawn = await db
      .updateTable("support.requests")
      .set({ withdrawn_at: now })
      .where("id", "=", request.id)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (withdrawn.numUpdatedRows === 0n) return false;
    const closed = await db
      .updateTable("support.courses")
      .set((row) => ({
        stage: "closed",
        stage_since: now,
        closed_on: dayInParis(now),
        outcome: "withdrawn",
        next_step: "",
        next_step_on: null,
        version: row("version", "+", 1),
        updated_at: now,
        touched_at: now,
      }))
      .where("id", "=", request.course_id)
      .where("stage", "<>", "closed")
      .executeTakeFirst();
    if (closed.numUpdatedRows > 0n)
      await db
        .insertInto("support.course_stages")
        .values({ course_id: request.course_id, stage: "closed", at: now })
        .execute();
    await tellReferent(db, desk, request, "la demande est retirée");
    return true;
  });
}

/** The personal link again, by letter to the address that made the request. */
export function sendLinkAgain(db: Db, author: Author, desk: Desk, requestId: number): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const token = tokenOf(desk.config.secret, requestId);
    const request = await db
      .updateTable("support.requests")
      .set({ token: digestOf(token) })
      .where("id", "=", requestId)
      .returning(["name", "email", "course_id"])
      .executeTakeFirstOrThrow();
    const { subject } = await db
      .selectFrom("support.courses")
      .select("subject")
      .where("id", "=", request.course_id)
      .executeTakeFirstOrThrow();
    const href = desk.config.baseUrl + support.follow(token);
    const letter = againLetter(await findTheme(db), { name: request.name, subject }, href);
    await writeLetter(db, desk.jobs, { to: request.email, ...letter });
  });
}

/** The team answers who asked: the word stays on the page of the request, and goes by letter. False when there is nobody to write to. */
export function answerRequester(
  db: Db,
  author: Author,
  desk: Desk,
  courseId: number,
  body: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const request = await db
      .selectFrom("support.requests as request")
      .innerJoin("support.courses as course", "course.id", "request.course_id")
      .select(["request.id", "request.name", "request.email", "course.subject"])
      .where("request.course_id", "=", courseId)
      .where("request.withdrawn_at", "is", null)
      .where("request.email", "<>", "")
      .executeTakeFirst();
    if (!request) return false;
    await db
      .insertInto("support.words")
      .values({ course_id: courseId, body, written_by: author.accountId, created_at: now })
      .execute();
    await touchCourse(db, courseId, now);
    const token = tokenOf(desk.config.secret, request.id);
    await db
      .updateTable("support.requests")
      .set({ token: digestOf(token) })
      .where("id", "=", request.id)
      .execute();
    const names = await accountNames(db, [author.accountId]);
    const said = {
      author: names.get(author.accountId ?? "") ?? "L’équipe du réseau",
      body,
      href: desk.config.baseUrl + support.follow(token),
    };
    const letter = wordLetter(await findTheme(db), request, said);
    await writeLetter(db, desk.jobs, { to: request.email, ...letter });
    return true;
  });
}

async function tellReferent(db: Db, { config, jobs }: Desk, request: FollowedRequest, what: string) {
  const referent = request.referent_id ? await findRecipient(db, request.referent_id) : undefined;
  if (!referent) return;
  const href = config.baseUrl + support.one(request.course_id);
  const letter = newsLetter(await findTheme(db), request, { referent: referent.name, what, href });
  await writeLetter(db, jobs, { to: referent.email, ...letter });
}
