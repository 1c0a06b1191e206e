import { Hono } from "hono";
import { cardRequests } from "#paths/card-requests.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { formOf, readTyped } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { decideCardRequests } from "../access.ts";
import { acceptCardRequest, refuseCardRequest } from "./commands.ts";
import { refusalForm } from "./input.ts";
import { findWaitingCardRequest, listWaitingCardRequests } from "./queries.ts";
import { CardRequestsPage, staffTitle } from "./views.staff.tsx";

const gone = "Un collègue a déjà répondu à cette demande.";

/** `/gestion/annuaire/demandes`: who asks to speak for an organisation. */
export const cardRequestStaffRoutes = new Hono<AppEnv>()
  .get("/", may(decideCardRequests), async (c) =>
    c.render(<CardRequestsPage waiting={await listWaitingCardRequests(c.get("db"))} />, {
      title: staffTitle,
    }),
  )
  .post("/:id{[0-9]+}/accord", may(decideCardRequests), async (c) => {
    const cardRequest = await findWaitingCardRequest(c.get("db"), idOf(c));
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const done = await acceptCardRequest(c.get("db"), authorOf(c), desk, idOf(c), new Date());
    await leaveNotice(c, {
      text: done ? `${cardRequest?.name} tient désormais la fiche de ${cardRequest?.organisation}.` : gone,
    });
    return c.redirect(cardRequests.all(), 303);
  })
  .post("/:id{[0-9]+}/refus", may(decideCardRequests), async (c) => {
    const typed = { raison: String((await formOf(c)).get(`raison-${idOf(c)}`) ?? "") };
    const read = readTyped(typed, refusalForm);
    if (!read.ok) {
      const wrong = { id: idOf(c), error: read.errors["raison"] ?? "" };
      const waiting = await listWaitingCardRequests(c.get("db"));
      return answer(c, 422, <CardRequestsPage waiting={waiting} wrong={wrong} />, { title: staffTitle });
    }
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const done = await refuseCardRequest(
      c.get("db"),
      authorOf(c),
      desk,
      idOf(c),
      read.value.raison,
      new Date(),
    );
    await leaveNotice(c, { text: done ? "La demande est refusée, et la lettre part." : gone });
    return c.redirect(cardRequests.all(), 303);
  });
