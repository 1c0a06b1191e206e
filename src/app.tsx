import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { recogniseVisitor } from "#domains/accounts/index.ts";
import { csrf } from "#platform/web/csrf.ts";
import type { AppEnv, Services } from "#platform/web/env.ts";
import { NotFound, TooLarge } from "#platform/web/errors.ts";
import { healthRoutes } from "#platform/web/health.ts";
import { requestLog } from "#platform/web/request-log.ts";
import { securityHeaders } from "#platform/web/security-headers.ts";
import { api } from "#shells/api/index.ts";
import { backOffice } from "#shells/back-office/index.tsx";
import { entrance } from "#shells/entrance/index.tsx";
import { answerError } from "#shells/errors.tsx";
import { memberSpace } from "#shells/member-space/index.tsx";
import { publicSite } from "#shells/public-site/index.tsx";

/** The largest request taken: a spreadsheet, a picture. More is refused before it is read. */
export const largestRequest = 25_000_000;

const bodiesLimit = bodyLimit({
  maxSize: largestRequest,
  onError: () => {
    throw new TooLarge(largestRequest);
  },
});

/** Pages are asked without a body: looking for it would cost a tenth of their time. */
const limitBodies: MiddlewareHandler = (c, next) =>
  c.req.method === "GET" || c.req.method === "HEAD" ? next() : bodiesLimit(c, next);

/** The whole site on one screen; order is meaning. */
export function createApp(services: Services) {
  return new Hono<AppEnv>()
    .use(requestLog(services.log))
    .use(securityHeaders)
    .use(
      "/assets/*",
      serveStatic({
        root: "dist/public",
        precompressed: true,
        onFound: (_, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
      }),
    )
    .use(async (c, next) => {
      for (const [name, service] of Object.entries(services)) c.set(name as keyof Services, service);
      await next();
    })
    .route("/", healthRoutes(services))
    .use(compress())
    .use(limitBodies)
    .use(recogniseVisitor)
    .use(csrf)
    .route("/api/v1", api)
    .route("/", entrance)
    .route("/espace", memberSpace)
    .route("/gestion", backOffice)
    .route("/", publicSite)
    .notFound(() => {
      throw new NotFound();
    })
    .onError(answerError);
}
