import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { Log } from "../log.ts";
import type { AppEnv, Request } from "./env.ts";

/** Gives each request an id, sent back in `x-request-id`, and logs one line when it ends: no address, no query. */
export function requestLog(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set("requestId", requestId);
    c.set("log", log.child({ request: requestId }));
    await next();
    c.res.headers.set("x-request-id", requestId);
    c.get("log").info({
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });
}

/** The pattern of the page, never what was typed in its address; `/*` when no page has it. */
const routeOf = (c: Request) => matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "/*";
