import { getCookie, getSignedCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { stranger } from "#platform/web/visitor.ts";
import { sessionCookie } from "./auth.ts";
import type { Knock } from "./entrance/commands.ts";
import { findVisitor } from "./queries.ts";

/** Says who asks: `c.get("visitor")`. A stranger costs no query. */
export const recogniseVisitor = createMiddleware<AppEnv>(async (c, next) => {
  const token = await sessionToken(c);
  const visitor = token ? await findVisitor(c.get("db"), token, new Date()) : undefined;
  c.set("visitor", visitor ?? stranger);
  await next();
});

/** The token in the session cookie, its signature checked; the session itself may be over. */
export async function sessionToken(c: Request): Promise<string | undefined> {
  if (getCookie(c, sessionCookie) === undefined) return undefined;
  return (await getSignedCookie(c, c.get("config").secret, sessionCookie)) || undefined;
}

/** What a command needs of the request to speak to the sign-in library. */
export async function knockOf(c: Request): Promise<Knock> {
  const formerToken = await sessionToken(c);
  return { config: c.get("config"), jobs: c.get("jobs"), headers: c.req.raw.headers, formerToken };
}

/** Hands the library's cookies over to the answer. */
export function setCookies(c: Request, cookies: readonly string[]) {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
}
