import { Hono } from "hono";
import {
  type AnswerFrame,
  answerRoutes,
  type EditorFrame,
  findQuestionnaire,
  questionnaireEditorRoutes,
  resultRoutes,
} from "#domains/questionnaires/index.ts";
import { registrations } from "#paths/registrations.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { keepRegistrations } from "./access.ts";
import { type Asking, addQuestions } from "./commands.questions.ts";
import { findBooking } from "./queries.event.ts";
import { findOfAnswer } from "./queries.person.ts";
import { trailTo } from "./views.nav.tsx";
import { QuestionsPage, questionsTitle } from "./views.questions.tsx";

const path = "/agenda/:event{[0-9]+}";

const frameOf = (asking: Asking, href: (eventId: number) => string) => async (c: Request) => {
  const booking = found(await findBooking(c.get("db"), idOf(c, "event")));
  const questionnaireId = booking[asking];
  return questionnaireId === null
    ? undefined
    : ({
        questionnaireId,
        href: href(booking.id),
        trail: [
          ...trailTo(booking),
          { label: questionsTitle(booking), href: registrations.questionsAdd(booking.id) },
        ],
      } satisfies EditorFrame);
};

/** What is asked to those who come, before and after, and what they answer: for the team. */
export const questionStaffRoutes = new Hono<AppEnv>()
  .get(`${path}/questions/ajout`, may(keepRegistrations), async (c) => {
    const booking = found(await findBooking(c.get("db"), idOf(c, "event")));
    const isPublished = async (id: number | null) =>
      id !== null && (await findQuestionnaire(c.get("db"), id))?.published !== undefined;
    const published = {
      questions: await isPublished(booking.questionnaire_id),
      satisfaction: await isPublished(booking.satisfaction_id),
    };
    return c.render(<QuestionsPage {...{ booking, published }} />, { title: questionsTitle(booking) });
  })
  .post(`${path}/questions/ajout`, may(keepRegistrations), (c) =>
    add(c, "questionnaire_id", registrations.questionsEditor),
  )
  .post(`${path}/satisfaction/ajout`, may(keepRegistrations), (c) =>
    add(c, "satisfaction_id", registrations.satisfactionEditor),
  )
  .route(
    "/",
    questionnaireEditorRoutes({
      path: `${path}/questions`,
      permission: keepRegistrations,
      find: frameOf("questionnaire_id", registrations.questionsEditor),
    }),
  )
  .route(
    "/",
    questionnaireEditorRoutes({
      path: `${path}/satisfaction/questions`,
      permission: keepRegistrations,
      find: frameOf("satisfaction_id", registrations.satisfactionEditor),
    }),
  )
  .route(
    "/",
    resultRoutes({
      path: `${path}/reponses`,
      permission: keepRegistrations,
      find: frameOf("questionnaire_id", registrations.questionsResults),
    }),
  )
  .route(
    "/",
    resultRoutes({
      path: `${path}/satisfaction`,
      permission: keepRegistrations,
      find: frameOf("satisfaction_id", registrations.satisfactionResults),
    }),
  );

async function add(c: Request, asking: Asking, editor: (eventId: number) => string) {
  const booking = found(await findBooking(c.get("db"), idOf(c, "event")));
  const added = await addQuestions(
    c.get("db"),
    authorOf(c),
    { eventId: booking.id, title: booking.title },
    asking,
  );
  if (added)
    await leaveNotice(c, { text: "Voici un premier brouillon : écrivez vos questions, puis publiez-les." });
  return c.redirect(editor(booking.id), 303);
}

const answerFrame =
  (asking: Asking, column: "answer_id" | "satisfaction_answer_id") =>
  async (db: Db, { answerId }: { answerId: number }): Promise<AnswerFrame | undefined> => {
    const registration = await findOfAnswer(db, column, answerId);
    if (!registration) return undefined;
    return {
      title:
        asking === "questionnaire_id"
          ? `Questions : ${registration.title}`
          : `Votre avis : ${registration.title}`,
      ...(registration.state === "cancelled" ? { closed: "Cette inscription est annulée." } : {}),
    };
  };

/** The pages by which people answer, by the link of their letters. */
export const questionPublicRoutes = new Hono<AppEnv>()
  .route(
    "/",
    answerRoutes({ path: registrations.questions(), find: answerFrame("questionnaire_id", "answer_id") }),
  )
  .route(
    "/",
    answerRoutes({
      path: registrations.satisfaction(),
      find: answerFrame("satisfaction_id", "satisfaction_answer_id"),
    }),
  );
