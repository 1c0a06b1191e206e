import { Hono } from "hono";
import { lookUpAll } from "#platform/questionnaire/sources.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer as respond } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import type { AnswerMount } from "../contract.ts";
import { networkSources } from "../sources.ts";
import { submitAnswer } from "./commands.submit.ts";
import { type Handler, withAnswer } from "./open.tsx";
import { showPage, takePage } from "./routes.page.tsx";
import { inviteRoutes } from "./routes.people.tsx";
import { giveFile } from "./uploads.serve.ts";
import { HomePage, ReceiptPage } from "./views.home.tsx";
import { PrintPage, ReviewPage, reviewTitle } from "./views.review.tsx";

/** A person who types is saved every second or so; a machine that tries links is stopped. */
const pace = rateLimit({ count: 2000, seconds: 600 });

export const tokenPattern = ":token{[A-Za-z0-9_-]{32}}";

/**
 * The pages by which people answer, at `<path>/<personal link>`, for those who have the link: first page, pages, review,
 * sending, print, files, invitations. The room tells what surrounds them, and hears of what is sent (`onSubmit`).
 */
export function answerRoutes(mount: AnswerMount) {
  const home = `${mount.path}/${tokenPattern}`;
  const page = `${home}/partie/:section{[a-z0-9]{1,20}}`;
  const opening = (handle: Handler) => (c: Parameters<Handler>[0]) => withAnswer(c, mount, handle);
  return new Hono<AppEnv>()
    .get(home, may(anyone), pace, opening(showHome))
    .get(page, may(anyone), pace, opening(showPage))
    .post(page, may(anyone), pace, opening(takePage))
    .get(`${home}/relecture`, may(anyone), pace, opening(showReview))
    .post(
      `${home}/envoi`,
      may(anyone),
      pace,
      opening((c, opened) => send(c, opened, mount.onSubmit)),
    )
    .get(`${home}/imprimer`, may(anyone), pace, opening(showPrint))
    .get(
      `${home}/fichiers/:file{[0-9a-f-]{36}}`,
      may(anyone),
      pace,
      opening((c, { answer }) => giveFile(c, answer.id, c.req.param("file") ?? "")),
    )
    .route("/", inviteRoutes(mount, home));
}

const showHome: Handler = async (c, opened) => {
  const { answer, frame, now } = opened;
  const facts = { title: frame.title, unlisted: true, form: true };
  if (answer.state === "open") return c.render(<HomePage opened={opened} />, facts);
  const known = await lookUpAll(c.get("db"), networkSources, answer.content, now);
  return c.render(<ReceiptPage opened={opened} known={known} />, facts);
};

const showReview: Handler = async (c, opened) => {
  const { answer, at, now } = opened;
  if (answer.state === "submitted") return c.redirect(at.home, 303);
  const known = await lookUpAll(c.get("db"), networkSources, answer.content, now);
  return c.render(<ReviewPage opened={opened} known={known} />, {
    title: reviewTitle,
    unlisted: true,
    form: true,
  });
};

async function send(
  c: Parameters<Handler>[0],
  opened: Parameters<Handler>[1],
  onSubmit: AnswerMount["onSubmit"],
): Promise<Response> {
  const { answer, holder, at, now } = opened;
  const who = { answerId: answer.id, participantId: holder.id, now };
  const outcome = await submitAnswer(c.get("db"), authorOf(c), who, onSubmit);
  if (outcome.ok || outcome.refusal === "submitted") return c.redirect(at.home, 303);
  if (outcome.refusal === "changed") {
    await leaveNotice(c, {
      text: "Le questionnaire vient de changer : relisez votre réponse avant de l’envoyer.",
    });
    return c.redirect(at.home, 303);
  }
  const known = await lookUpAll(c.get("db"), networkSources, answer.content, now);
  return respond(c, 422, <ReviewPage opened={opened} known={known} />, {
    title: reviewTitle,
    unlisted: true,
    form: true,
  });
}

const showPrint: Handler = async (c, opened) => {
  const { answer, frame, now } = opened;
  const known = await lookUpAll(c.get("db"), networkSources, answer.content, now);
  return c.render(<PrintPage opened={opened} known={known} />, {
    title: answer.content.title || frame.title,
    unlisted: true,
  });
};
