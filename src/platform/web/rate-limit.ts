import { getConnInfo } from "@hono/node-server/conninfo";
import { createMiddleware } from "hono/factory";
import type { Db } from "../db/index.ts";
import type { AppEnv, Request } from "./env.ts";
import { TooMany } from "./errors.ts";

interface Limit {
  count: number;
  seconds: number;
  /** What is counted apart: the visitor's address unless told, or the account they try to open. */
  by?: (c: Request) => string | Promise<string>;
}

interface Window {
  ends: number;
  seen: Map<string, number>;
}

/**
 * At most `count` requests in `seconds` from one address on the routes it guards, in this process: enough against
 * guessing and floods, and nothing is stored. Windows are forgotten as they end. Two sites in one process (the tests)
 * are counted apart, by their database.
 */
export function rateLimit({ count, seconds, by = addressOf }: Limit) {
  const windows = new WeakMap<Db, Window>();
  return createMiddleware<AppEnv>(async (c, next) => {
    const now = Date.now();
    let window = windows.get(c.get("db"));
    if (!window || now >= window.ends) {
      window = { ends: now + seconds * 1000, seen: new Map() };
      windows.set(c.get("db"), window);
    }
    const key = await by(c);
    const requests = (window.seen.get(key) ?? 0) + 1;
    window.seen.set(key, requests);
    if (requests > count) throw new TooMany(Math.ceil((window.ends - now) / 1000));
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
