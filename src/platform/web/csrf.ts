import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { AppEnv, Request } from "./env.ts";
import { ForgedForm } from "./errors.ts";
import { formOf } from "./form.ts";

const cookie = "maillage_form";
const changing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * Refuses a change that another site made the browser send: the form must carry a token that only our pages know
 * (signed double-submit cookie, OWASP CSRF cheat sheet), and a foreign `Origin` is refused before it is read.
 * A first-time visitor gets the cookie with the first page that writes a form.
 */
export const csrf = createMiddleware<AppEnv>(async (c, next) => {
  const known = getCookie(c, cookie);
  const seed = known ?? randomBytes(18).toString("base64url");
  const token = tokenFor(c, seed);
  c.set("csrf", token);
  if (changing.has(c.req.method)) {
    const origin = c.req.header("origin");
    if (
      origin &&
      origin !== "null" &&
      new URL(origin).host !== new URL(c.req.url).host &&
      origin !== c.get("config").baseUrl
    )
      throw new ForgedForm();
    const given = c.req.header("x-csrf") ?? String((await formOf(c)).get("csrf") ?? "");
    if (!known || !same(given, token)) throw new ForgedForm();
  }
  await next();
  const page = c.res.headers.get("content-type")?.startsWith("text/html");
  if (!known && page && c.res.headers.get("x-has-form") !== "no") {
    setCookie(c, cookie, seed, {
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
      secure: c.get("config").secureCookies,
      maxAge: 60 * 60 * 24 * 30,
    });
  }
});

function tokenFor(c: Request, seed: string) {
  return createHmac("sha256", c.get("config").secret).update(`form:${seed}`).digest("base64url");
}

function same(given: string, expected: string) {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
