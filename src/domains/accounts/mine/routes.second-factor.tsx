import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import { accounts } from "#paths/accounts.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { type Errors, formOf, readForm } from "#platform/web/form.ts";
import { may, signedIn } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { openAuth } from "../auth.ts";
import { knockOf, setCookies } from "../session.ts";
import {
  confirmSecondFactor,
  keepBackupCodes,
  type Outcome,
  prepareSecondFactor,
  removeSecondFactor,
  renewBackupCodes,
} from "./commands.ts";
import { confirmForm, protectForm } from "./input.ts";
import { findPendingSecret } from "./queries.ts";
import { me, myAccount } from "./routes.member.tsx";
import { refusals } from "./texts.ts";
import { SecondFactorPage } from "./views.second-factor.tsx";
import { pages } from "./views.tsx";

const tries = rateLimit({ count: 15, seconds: 600, by: me });

/** `/espace/compte/double-verification`: a code of the telephone besides the password. */
export const secondFactorRoutes = new Hono<AppEnv>()
  .get("/", may(signedIn), async (c) => c.render(await page(c), pages.secondFactor))
  .post("/", may(signedIn), tries, async (c) => {
    const { password } = protectForm.parse(Object.fromEntries(await formOf(c)));
    return next(c, await prepareSecondFactor(c.get("db"), authorOf(c), await knockOf(c), password));
  })
  .post("/confirmation", may(signedIn), tries, async (c) => {
    const read = await readForm(c, confirmForm);
    if (!read.ok) return answer(c, 422, await page(c, read.errors), pages.secondFactor);
    return next(c, await confirmSecondFactor(c.get("db"), authorOf(c), await knockOf(c), read.value.code));
  })
  .post("/codes", may(signedIn), tries, async (c) => {
    const form = await formOf(c);
    const { password } = protectForm.parse(Object.fromEntries(form));
    const command = form.get("retirer") === "oui" ? removeSecondFactor : renewBackupCodes;
    return next(c, await command(c.get("db"), authorOf(c), await knockOf(c), password));
  })
  .post("/codes/gardes", may(signedIn), async (c) => {
    await keepBackupCodes(c.get("db"), authorOf(c), new Date());
    await leaveNotice(c, { text: "La double vérification est en place." });
    return c.redirect(accounts.mine(), 303);
  });

async function next(c: Request, outcome: Outcome) {
  if (!outcome.ok) {
    const errors = { [outcome.refusal]: refusals[outcome.refusal] };
    return answer(c, 422, await page(c, errors), pages.secondFactor);
  }
  setCookies(c, outcome.cookies);
  return c.redirect(accounts.mySecondFactor(), 303);
}

async function page(c: Request, errors?: Errors) {
  const db = c.get("db");
  const config = c.get("config");
  const account = await myAccount(c);
  const { shortName } = await findTheme(db);
  const pending = await findPendingSecret(db, me(c), config.secret, shortName);
  const shown = account.isProtected && !account.codesKept;
  const { api } = openAuth(db, { config });
  const codes = shown ? (await api.viewBackupCodes({ body: { userId: me(c) } })).backupCodes : undefined;
  return <SecondFactorPage account={account} pending={pending} codes={codes} errors={errors} />;
}
