import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import { accounts } from "#paths/accounts.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { may, signedIn } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { knockOf, setCookies } from "../session.ts";
import { addKey, askForKey, removeKey } from "./commands.keys.ts";
import { keyForm } from "./input.ts";
import { me, myAccount } from "./routes.member.tsx";
import { refusals } from "./texts.ts";
import { MyAccountPage, pages } from "./views.tsx";

/** `/espace/compte/cles`: the keys that open this account. */
export const keyRoutes = new Hono<AppEnv>()
  .post("/options", may(signedIn), async (c) => {
    const { shortName } = await findTheme(c.get("db"));
    const asked = await askForKey(c.get("db"), authorOf(c), await knockOf(c), shortName);
    if (!asked.ok) return c.json({ error: refusals.key }, 403);
    setCookies(c, asked.cookies);
    return c.json(asked.value);
  })
  .post("/", may(signedIn), async (c) => {
    const read = await readForm(c, keyForm);
    const outcome = read.ok
      ? await addKey(c.get("db"), authorOf(c), await knockOf(c), read.value)
      : ({ ok: false, refusal: "key" } as const);
    if (!outcome.ok) {
      const errors = read.ok ? { "": refusals[outcome.refusal] } : read.errors;
      return answer(c, 422, <MyAccountPage account={await myAccount(c)} errors={errors} />, pages.mine);
    }
    setCookies(c, outcome.cookies);
    await leaveNotice(c, { text: "La clé est ajoutée : elle vous ouvrira la prochaine fois." });
    return c.redirect(accounts.mine(), 303);
  })
  .post("/:key{[0-9a-f-]{36}}/retrait", may(signedIn), async (c) => {
    await removeKey(c.get("db"), authorOf(c), me(c), c.req.param("key"));
    await leaveNotice(c, { text: "La clé est oubliée." });
    return c.redirect(accounts.mine(), 303);
  });
