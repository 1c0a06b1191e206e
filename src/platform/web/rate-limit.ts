import { getConnInfo } from "@hono/node-server/conninfo";
import { createMiddleware } from "hono/factory";
import type { AppEnv, Request } from "./env.ts";
import { TooMany } from "./errors.ts";

/**
 * At most `count` requests in `seconds` from one address on the routes it guards, in this process: enough against
 * guessing and floods, and nothing is stored. Windows are forgotten as they end.
 */
export function rateLimit({ count, seconds }: { count: number; seconds: number }) {
  let windowEnds = 0;
  let seen = new Map<string, number>();
  return createMiddleware<AppEnv>(async (c, next) => {
    const now = Date.now();
    if (now >= windowEnds) {
      windowEnds = now + seconds * 1000;
      seen = new Map();
    }
    const address = addressOf(c);
    const requests = (seen.get(address) ?? 0) + 1;
    seen.set(address, requests);
    if (requests > count) throw new TooMany(Math.ceil((windowEnds - now) / 1000));
    await next();
  });
}

/** The visitor's address, behind a proxy only when the settings say that there is one. Never logged. */
export function addressOf(c: Request): string {
  const forwarded = c.get("config").trustProxy
    ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim()
    : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "local"; // a request made in memory, by a test
  }
}
