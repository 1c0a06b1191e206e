import { Readable } from "node:stream";
import { Hono } from "hono";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { anyone, may } from "#platform/web/may.ts";
import { findNetwork } from "./queries.ts";

/** The network's colours and logo. Their addresses carry a mark of their content, so they may be kept for a year. */
export const networkPublicRoutes = new Hono<AppEnv>()
  .get("/theme.css", may(anyone), async (c) => {
    const { styles, stylesVersion } = await findNetwork(c.get("db"));
    const tag = `"${stylesVersion}"`;
    cacheFor(c, c.req.query("v") === stylesVersion);
    c.header("ETag", tag);
    if (c.req.header("if-none-match") === tag) return c.body(null, 304);
    return c.body(styles, 200, { "Content-Type": "text/css; charset=utf-8" });
  })
  .get("/logo", may(anyone), async (c) => {
    const { settings } = await findNetwork(c.get("db"));
    const { file, body } = await c.get("files").open(c.get("db"), found(settings.logo_file || null));
    cacheFor(c, settings.logo_file.startsWith(c.req.query("v") ?? "none"));
    return c.body(Readable.toWeb(body) as ReadableStream, 200, { "Content-Type": file.mediaType });
  });

const cacheFor = (c: Request, named: boolean) =>
  c.header("Cache-Control", named ? "public, max-age=31536000, immutable" : "public, no-cache");
