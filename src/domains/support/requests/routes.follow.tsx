import { Hono } from "hono";
import { accountNames } from "#domains/accounts/index.ts";
import { findAnswer } from "#domains/questionnaires/index.ts";
import { appointments } from "#paths/appointments.ts";
import { support } from "#paths/support.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { documentForm, wordForm } from "../content/input.ts";
import { readSentFile } from "../content/sent-file.ts";
import type { Wrong } from "../courses/page.tsx";
import { tokenOf as linkOf } from "../rules.link.ts";
import { addRequesterDocument, addRequesterWord, withdrawRequest } from "./commands.follow.ts";
import { type FollowedRequest, findRequest } from "./queries.ts";
import { deskOf } from "./routes.public.tsx";
import { FollowPage, followTitle, SpentPage, spent } from "./views.follow.tsx";

const tries = rateLimit({ count: 60, seconds: 600 });
const tokenIn = (c: Request) => c.req.param("token") ?? "";

/** `/accompagnement/suivi/…`: who asked, by their own link. */
export const followRoutes = new Hono<AppEnv>()
  .get("/accompagnement/suivi/:token", may(anyone), tries, (c) =>
    withRequest(c, (request) => show(c, request)),
  )
  .post("/accompagnement/suivi/:token/mot", may(anyone), tries, (c) =>
    withRequest(c, async (request) => {
      const read = await readForm(c, wordForm);
      if (!read.ok) return show(c, request, read);
      const to = await once(c, c.get("db"), authorOf(c), async (db) => {
        await addRequesterWord(db, authorOf(c), deskOf(c), request, read.value.mot, new Date());
        return support.follow(tokenIn(c));
      });
      await leaveNotice(c, { text: "Votre mot est envoyé." });
      return c.redirect(to, 303);
    }),
  )
  .post("/accompagnement/suivi/:token/document", may(anyone), tries, (c) =>
    withRequest(c, async (request) => {
      const read = await readForm(c, documentForm);
      const sent = await readSentFile(c, "document");
      if (!read.ok || "refusal" in sent) {
        const errors = {
          ...(read.ok ? {} : read.errors),
          ...("refusal" in sent ? { document: sent.refusal } : {}),
        };
        return show(c, request, { errors, typed: { titre: "", ...read.typed } });
      }
      const document = { file: sent.file, title: read.value.titre };
      const to = await once(c, c.get("db"), authorOf(c), async (db) => {
        await addRequesterDocument(db, authorOf(c), deskOf(c), request, document, new Date());
        return support.follow(tokenIn(c));
      });
      await leaveNotice(c, { text: "Votre document est envoyé." });
      return c.redirect(to, 303);
    }),
  )
  .post("/accompagnement/suivi/:token/retrait", may(anyone), tries, (c) =>
    withRequest(c, async (request) => {
      await withdrawRequest(c.get("db"), authorOf(c), deskOf(c), request, new Date());
      await leaveNotice(c, { text: "Votre demande est retirée." });
      return c.redirect(support.follow(tokenIn(c)), 303);
    }),
  );

/** The request of the link; a closed one is only read. Nothing of it is kept by a cache. */
async function withRequest(c: Request, handle: (request: FollowedRequest) => Response | Promise<Response>) {
  c.header("Cache-Control", "no-store");
  const request = await findRequest(c.get("db"), tokenIn(c));
  if (!request || (request.stage === "closed" && c.req.method === "POST"))
    return answer(c, 404, <SpentPage />, { ...spent, unlisted: true });
  return handle(request);
}

async function show(c: Request, request: FollowedRequest, wrong?: Wrong) {
  const db = c.get("db");
  const given = request.answer_id ? await findAnswer(db, request.answer_id) : undefined;
  const names = await accountNames(db, [
    request.referent_id,
    ...request.words.map(({ written_by }) => written_by),
  ]);
  const { secret } = c.get("config");
  const course = { id: request.course_id, link: 1 };
  const links = {
    slots: request.slots ? appointments.slotsFor(request.slots, linkOf(secret, "course", course)) : undefined,
    coming: request.coming.map((one) => ({
      ...one,
      href: appointments.mine(linkOf(secret, "appointment", one)),
    })),
  };
  const questions = given?.state === "open";
  const facts = { request, names, token: tokenIn(c), questions, links, wrong };
  const page = { title: followTitle, unlisted: true, form: true };
  return wrong ? answer(c, 422, <FollowPage {...facts} />, page) : c.render(<FollowPage {...facts} />, page);
}
