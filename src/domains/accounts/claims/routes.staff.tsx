import { Hono } from "hono";
import { claims } from "#paths/claims.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { formOf, readTyped } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { decideClaims } from "../access.ts";
import { acceptClaim, refuseClaim } from "./commands.ts";
import { refusalForm } from "./input.ts";
import { findWaitingClaim, listWaitingClaims } from "./queries.ts";
import { ClaimsPage, staffTitle } from "./views.staff.tsx";

const gone = "Un collègue a déjà répondu à cette demande.";

/** `/gestion/annuaire/demandes`: who asks to speak for an organisation. */
export const claimStaffRoutes = new Hono<AppEnv>()
  .get("/", may(decideClaims), async (c) =>
    c.render(<ClaimsPage waiting={await listWaitingClaims(c.get("db"))} />, { title: staffTitle }),
  )
  .post("/:id{[0-9]+}/accord", may(decideClaims), async (c) => {
    const claim = await findWaitingClaim(c.get("db"), idOf(c));
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const done = await acceptClaim(c.get("db"), authorOf(c), desk, idOf(c), new Date());
    await leaveNotice(c, {
      text: done ? `${claim?.name} tient désormais la fiche de ${claim?.organisation}.` : gone,
    });
    return c.redirect(claims.all(), 303);
  })
  .post("/:id{[0-9]+}/refus", may(decideClaims), async (c) => {
    const typed = { raison: String((await formOf(c)).get(`raison-${idOf(c)}`) ?? "") };
    const read = readTyped(typed, refusalForm);
    if (!read.ok) {
      const wrong = { id: idOf(c), error: read.errors["raison"] ?? "" };
      const waiting = await listWaitingClaims(c.get("db"));
      return answer(c, 422, <ClaimsPage waiting={waiting} wrong={wrong} />, { title: staffTitle });
    }
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const done = await refuseClaim(c.get("db"), authorOf(c), desk, idOf(c), read.value.raison, new Date());
    await leaveNotice(c, { text: done ? "La demande est refusée, et la lettre part." : gone });
    return c.redirect(claims.all(), 303);
  });
