import { Hono } from "hono";
import { findCard } from "#domains/directory/index.ts";
import { accounts } from "#paths/accounts.ts";
import { cardRequests } from "#paths/card-requests.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { fileCardRequest, proveCardRequest } from "./commands.ts";
import { cardRequestForm } from "./input.ts";
import { entryLink } from "./letters.ts";
import { findCardRequest } from "./queries.ts";
import { newcomerRoutes } from "./routes.newcomer.tsx";
import {
  CardRequestPage,
  ProofPage,
  proof,
  requestTitle,
  SentPage,
  SpentPage,
  sent,
  spent,
  WaitingPage,
  waiting,
} from "./views.tsx";

const tries = rateLimit({ count: 20, seconds: 600 });
const private_ = { unlisted: true, form: true } as const;

/** What a signed-in person need not type again. */
export const knownOf = (c: Request) => {
  const { name, email } = c.get("visitor");
  return { votre_nom: name, votre_courriel: email };
};

/** `/acteurs/…/demande`: who belongs to an organisation asks for its card, and proves it by mail. */
export const cardRequestPublicRoutes = new Hono<AppEnv>()
  .route("/", newcomerRoutes)
  .get(cardRequests.sent(), may(anyone), (c) => c.render(<SentPage />, { ...sent, unlisted: true }))
  .get("/acteurs/:id{[0-9]+}/demande", may(anyone), async (c) => {
    const card = found(await findCard(c.get("replica"), idOf(c)));
    return c.render(<CardRequestPage card={card} typed={knownOf(c)} />, {
      title: requestTitle(card.name),
      ...private_,
    });
  })
  .post("/acteurs/:id{[0-9]+}/demande", may(anyone), tries, async (c) => {
    const card = found(await findCard(c.get("db"), idOf(c)));
    const read = await readForm(c, cardRequestForm);
    if (!read.ok)
      return answer(c, 422, <CardRequestPage card={card} {...read} />, {
        title: requestTitle(card.name),
        ...private_,
      });
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const asked = { organisationId: card.id, name: card.name };
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await fileCardRequest(db, authorOf(c), desk, asked, read.value, new Date());
      return cardRequests.sent();
    });
    return c.redirect(to, 303);
  })
  .get("/acteurs/demande/:token", may(anyone), tries, async (c) => {
    const token = c.req.param("token");
    const cardRequest = await findCardRequest(c.get("db"), token, new Date());
    if (!cardRequest) return answer(c, 404, <SpentPage />, { ...spent, unlisted: true });
    return cardRequest.state === "waiting"
      ? c.render(<WaitingPage cardRequest={cardRequest} />, { ...waiting, unlisted: true })
      : c.render(<ProofPage cardRequest={cardRequest} token={token} />, { ...proof, ...private_ });
  })
  .post("/acteurs/demande/:token", may(anyone), tries, async (c) => {
    const token = c.req.param("token");
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const outcome = await proveCardRequest(c.get("db"), authorOf(c), desk, token, new Date());
    if (!outcome) return answer(c, 404, <SpentPage />, { ...spent, unlisted: true });
    if (outcome.state === "waiting") return c.redirect(cardRequests.proof(token), 303);
    await leaveNotice(c, { text: "La fiche est à vous : corrigez-la quand vous voudrez." });
    const link = await entryLink(c, outcome.email, "/espace");
    return c.redirect(link ?? accounts.signIn("/espace"), 303);
  });
