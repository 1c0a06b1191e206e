import { Hono } from "hono";
import { accounts } from "#paths/accounts.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { may, signedIn } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { isStaff } from "#platform/web/visitor.ts";
import { knockOf, sessionToken, setCookies } from "../session.ts";
import { renameMyself } from "./commands.keys.ts";
import { choosePassword, closeMySession, closeOtherSessions } from "./commands.ts";
import { nameForm, passwordForm } from "./input.ts";
import { findMyAccount } from "./queries.ts";
import { refusals } from "./texts.ts";
import { MyAccountPage, PasswordPage, pages } from "./views.tsx";

export const me = (c: Request) => c.get("visitor").accountId ?? "";

export const myAccount = async (c: Request) =>
  findMyAccount(c.get("db"), me(c), (await sessionToken(c)) ?? "", new Date());

/** `/espace/compte`: one's name, password and open sessions. */
export const mineRoutes = new Hono<AppEnv>()
  .get("/", may(signedIn), async (c) => {
    const page = <MyAccountPage account={await myAccount(c)} staff={isStaff(c.get("visitor"))} />;
    return c.render(page, pages.mine);
  })
  .post("/", may(signedIn), async (c) => {
    const read = await readForm(c, nameForm);
    if (!read.ok) return answer(c, 422, <MyAccountPage account={await myAccount(c)} {...read} />, pages.mine);
    await renameMyself(c.get("db"), authorOf(c), me(c), read.value.name);
    await leaveNotice(c, { text: "Votre nom est enregistré." });
    return c.redirect(accounts.mine(), 303);
  })
  .get("/mot-de-passe", may(signedIn), async (c) =>
    c.render(<PasswordPage account={await myAccount(c)} />, pages.password),
  )
  .post("/mot-de-passe", may(signedIn), async (c) => {
    const account = await myAccount(c);
    const read = await readForm(c, passwordForm);
    if (!read.ok)
      return answer(c, 422, <PasswordPage account={account} errors={read.errors} />, pages.password);
    const asked = { ...read.value, hasPassword: account.hasPassword };
    const outcome = await choosePassword(c.get("db"), authorOf(c), await knockOf(c), asked);
    if (!outcome.ok) {
      const errors = { current: refusals[outcome.refusal] };
      return answer(c, 422, <PasswordPage account={account} errors={errors} />, pages.password);
    }
    setCookies(c, outcome.cookies);
    await leaveNotice(c, { text: "Votre mot de passe est enregistré ; vos autres connexions sont fermées." });
    return c.redirect(accounts.mine(), 303);
  })
  .post("/connexions/fermeture", may(signedIn), async (c) => {
    await closeOtherSessions(c.get("db"), authorOf(c), me(c), (await sessionToken(c)) ?? "");
    await leaveNotice(c, { text: "Vos autres connexions sont fermées." });
    return c.redirect(accounts.mine(), 303);
  })
  .post("/connexions/:session{[0-9a-f-]{36}}/fermeture", may(signedIn), async (c) => {
    await closeMySession(c.get("db"), authorOf(c), me(c), c.req.param("session"));
    await leaveNotice(c, { text: "Cette connexion est fermée." });
    return c.redirect(accounts.mine(), 303);
  });
