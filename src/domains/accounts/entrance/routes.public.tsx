import { Hono } from "hono";
import { deleteCookie } from "hono/cookie";
import { findTheme } from "#domains/network/index.ts";
import { accounts } from "#paths/accounts.ts";
import { site } from "#paths/site.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { formOf, readForm, readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { openAuth, sessionCookie } from "../auth.ts";
import { knockOf, sessionToken, setCookies } from "../session.ts";
import { comeIn } from "./answer.ts";
import {
  answerSecondFactor,
  closeSession,
  signInWithKey,
  signInWithLink,
  signInWithPassword,
} from "./commands.ts";
import { arrivalForm, codeForm, keyForm, linkForm, passwordForm, question } from "./input.ts";
import { sendSignInLink } from "./letters.ts";
import { SignInPage } from "./views.sign-in.tsx";
import { ArrivalPage, CodePage, LinkPage, LinkSentPage, pages } from "./views.tsx";

/** Guesses are slowed for each address, and for each account wherever they come from. */
const byAddress = rateLimit({ count: 30, seconds: 600 });
const byAccount = rateLimit({
  count: 10,
  seconds: 600,
  by: async (c) =>
    String((await formOf(c)).get("email") ?? "")
      .trim()
      .toLowerCase(),
});

export const signInRoutes = new Hono<AppEnv>()
  .get("/", may(anyone), (c) => {
    const { suite } = readQuery(c, question);
    return c.render(<SignInPage suite={suite} visitor={c.get("visitor")} />, pages.signIn);
  })
  .post("/", may(anyone), byAddress, byAccount, async (c) => {
    const form = await formOf(c);
    const wantsLink = form.get("moyen") === "lien";
    const read = await readForm(c, wantsLink ? linkForm : passwordForm);
    const visitor = c.get("visitor");
    if (!read.ok) {
      const page = <SignInPage suite={String(form.get("suite") ?? "")} visitor={visitor} {...read} />;
      return answer(c, 422, page, pages.signIn);
    }
    const { suite, ...given } = read.value;
    if (!("password" in given)) {
      await sendSignInLink(c, given.email, suite);
      return c.redirect(`${accounts.mailLink()}?envoye=1`, 303);
    }
    const entry = await signInWithPassword(c.get("db"), authorOf(c), await knockOf(c), {
      email: given.email,
      password: String(given.password),
    });
    return comeIn(c, entry, suite, (errors) => (
      <SignInPage suite={suite} visitor={visitor} errors={errors} typed={read.typed} />
    ));
  })
  .get("/lien", may(anyone), (c) => {
    const { suite, envoye } = readQuery(c, question);
    return envoye
      ? c.render(<LinkSentPage />, pages.linkSent)
      : c.render(<LinkPage suite={suite} />, pages.link);
  })
  .post("/lien", may(anyone), byAddress, byAccount, async (c) => {
    const read = await readForm(c, linkForm);
    if (!read.ok) return answer(c, 422, <LinkPage {...read} />, pages.link);
    await sendSignInLink(c, read.value.email, read.value.suite);
    return c.redirect(`${accounts.mailLink()}?envoye=1`, 303);
  })
  // Opening the letter's address changes nothing: programs that read letters open it too. The button does.
  .get("/arrivee", may(anyone), (c) => {
    const { jeton = "", suite } = readQuery(c, question);
    return c.render(<ArrivalPage token={jeton} suite={suite} />, pages.arrival);
  })
  .post("/arrivee", may(anyone), byAddress, async (c) => {
    const read = await readForm(c, arrivalForm);
    const { jeton, suite } = read.ok ? read.value : { jeton: "", suite: undefined };
    const entry = await signInWithLink(c.get("db"), authorOf(c), await knockOf(c), jeton);
    return comeIn(c, entry, suite, (errors) => <LinkPage suite={suite} errors={errors} />, pages.link);
  })
  .get("/code", may(anyone), (c) => {
    const { suite } = readQuery(c, question);
    return c.render(<CodePage suite={suite} />, pages.code);
  })
  .post("/code", may(anyone), byAddress, async (c) => {
    const read = await readForm(c, codeForm);
    if (!read.ok) return answer(c, 422, <CodePage {...read} />, pages.code);
    const { code, suite } = read.value;
    const entry = await answerSecondFactor(c.get("db"), authorOf(c), await knockOf(c), code);
    return comeIn(c, entry, suite, (errors) => <CodePage suite={suite} errors={errors} />, pages.code);
  })
  .post("/cle/options", may(anyone), byAddress, async (c) => {
    const { shortName } = await findTheme(c.get("db"));
    const { api } = openAuth(c.get("db"), { config: c.get("config"), network: shortName });
    const headers = new Headers(); // a challenge for whoever holds a key, not for who was signed in here
    const asked = await api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
    setCookies(c, asked.headers.getSetCookie());
    return c.json(asked.response);
  })
  .post("/cle", may(anyone), byAddress, async (c) => {
    const read = await readForm(c, keyForm);
    const visitor = c.get("visitor");
    if (!read.ok) return answer(c, 422, <SignInPage visitor={visitor} errors={read.errors} />, pages.signIn);
    const { response, suite } = read.value;
    const entry = await signInWithKey(c.get("db"), authorOf(c), await knockOf(c), response);
    return comeIn(c, entry, suite, (errors) => (
      <SignInPage suite={suite} visitor={visitor} errors={errors} />
    ));
  });

export const signOutRoutes = new Hono<AppEnv>().post("/", may(anyone), async (c) => {
  const token = await sessionToken(c);
  if (token) await closeSession(c.get("db"), token);
  deleteCookie(c, sessionCookie, { path: "/" });
  return c.redirect(site.home(), 303);
});
