import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { questionnaireRoutes } from "./answering/mount.ts";
import { answeringRoutes } from "./answering/routes.public.tsx";
import { strangerRoutes } from "./strangers/routes.public.tsx";

/** What organisations answer, by their own link. */
export const censusPublicRoutes = new Hono<AppEnv>()
  .route("/", questionnaireRoutes)
  .route("/recensement", strangerRoutes)
  .route("/recensement", answeringRoutes);
