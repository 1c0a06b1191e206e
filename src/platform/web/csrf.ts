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
 */
export const csrf = createMiddleware<AppEnv>(async (c, next) => {
  if (changing.has(c.req.method)) {
    const seed = getCookie(c, cookie);
    const given = c.req.header("x-csrf") ?? String((await formOf(c)).get("csrf") ?? "");
    if (isForeign(c) || !seed || !same(given, sign(c, seed))) throw new ForgedForm();
  }
  await next();
});

/**
 * The token that the forms of this page will carry. Gives the browser its cookie at the first form it meets: a page
 * without a form sets none, so that it can be kept by caches.
 */
export function formToken(c: Request): string {
  const known = getCookie(c, cookie);
  if (known) return sign(c, known);
  const seed = randomBytes(18).toString("base64url");
  setCookie(c, cookie, seed, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure: c.get("config").secureCookies,
    maxAge: 60 * 60 * 24 * 30,
  });
  return sign(c, seed);
}

function isForeign(c: Request) {
  const origin = c.req.header("origin");
  if (!origin) return false;
  return origin !== c.get("config").baseUrl && origin !== new URL(c.req.url).origin;
}

function sign(c: Request, seed: string) {
  return createHmac("sha256", c.get("config").secret).update(`form:${seed}`).digest("base64url");
}

function same(given: string, expected: string) {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
