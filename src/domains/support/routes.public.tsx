import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { questionRoutes } from "./requests/mount.ts";
import { followRoutes } from "./requests/routes.follow.tsx";
import { requestPublicRoutes } from "./requests/routes.public.tsx";

/** Asking for support, and following what was asked. */
export const supportPublicRoutes = new Hono<AppEnv>()
  .route("/", questionRoutes)
  .route("/", followRoutes)
  .route("/", requestPublicRoutes);
