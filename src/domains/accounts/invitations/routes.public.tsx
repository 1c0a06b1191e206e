import { Hono } from "hono";
import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { knockOf, setCookies } from "../session.ts";
import { acceptInvitation } from "./commands.ts";
import { acceptanceForm } from "./input.ts";
import { findInvitation } from "./queries.ts";
import { AcceptancePage, acceptance, SpentPage, spent } from "./views.tsx";

const tries = rateLimit({ count: 30, seconds: 600 });

/** `/invitation/…`: where the letter leads. */
export const invitationRoutes = new Hono<AppEnv>()
  .get("/:token", may(anyone), tries, async (c) => {
    const token = c.req.param("token");
    const invitation = await findInvitation(c.get("db"), token, new Date());
    if (!invitation) return answer(c, 404, <SpentPage />, spent);
    return c.render(<AcceptancePage invitation={invitation} token={token} />, acceptance);
  })
  .post("/:token", may(anyone), tries, async (c) => {
    const db = c.get("db");
    const token = c.req.param("token");
    const now = new Date();
    const invitation = await findInvitation(db, token, now);
    if (!invitation) return answer(c, 404, <SpentPage />, spent);
    const read = await readForm(c, acceptanceForm);
    if (!read.ok)
      return answer(c, 422, <AcceptancePage invitation={invitation} token={token} {...read} />, acceptance);
    const entry = await acceptInvitation(db, authorOf(c), await knockOf(c), token, { ...read.value, now });
    if (!entry?.ok) return answer(c, 404, <SpentPage />, spent);
    setCookies(c, entry.cookies);
    if (entry.cookies.length === 0) {
      await leaveNotice(c, { text: "Votre compte existait déjà : connectez-vous, ses rôles sont à jour." });
      return c.redirect(accounts.signIn(), 303);
    }
    await leaveNotice(c, { text: `Bienvenue, ${read.value.name}. Votre compte est ouvert.` });
    return c.redirect(office.space(), 303);
  });
