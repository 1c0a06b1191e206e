import { getSignedCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "#platform/web/env.ts";
import { stranger } from "#platform/web/visitor.ts";
import { findVisitor } from "./queries.ts";

/** The cookie of a session: its token, signed with the instance's secret. */
export const sessionCookie = "maillage_session";

/** Says who asks: `c.get("visitor")`. A stranger costs no query. */
export const recogniseVisitor = createMiddleware<AppEnv>(async (c, next) => {
  const token = await getSignedCookie(c, c.get("config").secret, sessionCookie);
  const visitor = token ? await findVisitor(c.get("db"), token, new Date()) : undefined;
  c.set("visitor", visitor ?? stranger);
  await next();
});
