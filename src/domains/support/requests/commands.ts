import { randomUUID } from "node:crypto";
import { findRecipient } from "#domains/accounts/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { findQuestionnaire, openAnswer } from "#domains/questionnaires/index.ts";
import { support } from "#paths/support.ts";
import type { Config } from "#platform/config.ts";
import { addDays, dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { addPerson } from "../commands.people.ts";
import { type CourseEntry, openCourse } from "../courses/commands.ts";
import { type Routed, routeRequest } from "../rules.ts";
import { termLabel } from "../settings/queries.terms.ts";
import { findSupportSettings, listRules, type SupportSettings } from "../settings/queries.ts";
import { answererWords, arrivedLetter, receivedLetter } from "./emails.tsx";
import { digestOf, tokenOf } from "./tokens.ts";

export interface Desk {
  config: Config;
  jobs: Jobs;
}

/** What is asked, once understood: what makes a course, and who asks. */
export interface Asked {
  course: CourseEntry;
  departmentCode: string | null;
  organisation: string;
  name: string;
  title: string;
  email: string;
  phone: string;
  message: string;
}

/** How long the network's own questions stay open to who asked. */
const questionDays = 90;

/**
 * Takes a request: its course is born at the stage of the request, put in the hands that the rules say; who asked and who answers
 * are written to, in the same transaction. Gives what the personal link holds, and whether there are questions to answer.
 */
export function takeRequest(
  db: Db,
  author: Author,
  desk: Desk,
  asked: Asked,
  now: Date,
): Promise<{ token: string; questions: boolean }> {
  return inTransaction(db, author, async (db) => {
    const settings = await findSupportSettings(db);
    const otherwise = { poleId: settings.default_pole_id, referentId: settings.default_referent_id };
    const to = routeRequest(
      await listRules(db),
      { themeIds: asked.course.themeIds, departmentCode: asked.departmentCode },
      otherwise,
    );
    const today = dayInParis(now);
    const entry = { ...asked.course, referentId: to.referentId, poleId: to.poleId };
    const courseId = await openCourse(
      db,
      author,
      entry,
      { stage: "request", askedOn: today, origin: "request" },
      now,
    );
    const { name, title, email, phone, organisation, message } = asked;
    await addPerson(
      db,
      author,
      { in: "course", id: courseId },
      { personId: null, name, title, email, phone },
    );
    const answer_by = addDays(today, settings.answer_days);
    const { id } = await db
      .insertInto("support.requests")
      .values({
        ...{ course_id: courseId, name, title, email, phone, organisation, message, answer_by },
        token: randomUUID(),
        rule_id: to.ruleId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const token = tokenOf(desk.config.secret, id);
    const answer_id = await openQuestions(db, author, settings, { token, asked, now });
    await db
      .updateTable("support.requests")
      .set({ token: digestOf(token), answer_id })
      .where("id", "=", id)
      .execute();
    await writeToBoth(db, desk, { asked, to, by: answer_by, token, courseId });
    return { token, questions: answer_id !== null };
  });
}

/** The network's own questions, when it set some and published them. */
async function openQuestions(
  db: Db,
  author: Author,
  settings: SupportSettings,
  { token, asked, now }: { token: string; asked: Asked; now: Date },
): Promise<number | null> {
  const { questionnaire_id, questionnaire_on } = settings;
  if (!questionnaire_id || !questionnaire_on) return null;
  if (!(await findQuestionnaire(db, questionnaire_id))?.published) return null;
  const expiresAt = new Date(now.getTime() + questionDays * 86_400_000);
  const opened = await openAnswer(
    db,
    author,
    { questionnaireId: questionnaire_id, expiresAt },
    {
      key: "request",
      label: `${asked.organisation} : ${asked.course.subject}`,
      name: asked.name,
      email: asked.email,
      token,
    },
  );
  return opened.answerId;
}

async function writeToBoth(
  db: Db,
  { config, jobs }: Desk,
  {
    asked,
    to,
    by,
    token,
    courseId,
  }: { asked: Asked; to: Routed; by: string; token: string; courseId: number },
) {
  const theme = await findTheme(db);
  const referent = to.referentId ? await findRecipient(db, to.referentId) : undefined;
  const facts = { name: asked.name, subject: asked.course.subject, organisation: asked.organisation };
  const answerer = answererWords(referent?.name, await termLabel(db, to.poleId));
  const received = { answerer, by, href: config.baseUrl + support.follow(token) };
  await writeLetter(db, jobs, { to: asked.email, ...receivedLetter(theme, facts, received) });
  if (!referent) return;
  const arrived = { referent: referent.name, by, href: config.baseUrl + support.one(courseId) };
  await writeLetter(db, jobs, { to: referent.email, ...arrivedLetter(theme, facts, arrived) });
}
