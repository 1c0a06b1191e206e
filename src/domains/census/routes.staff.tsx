import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { campaignEntryRoutes } from "./campaigns/routes.entry.tsx";
import { campaignRoutes } from "./campaigns/routes.staff.tsx";
import { coverageRoutes } from "./coverage/routes.staff.tsx";
import { differenceRoutes } from "./differences/routes.staff.tsx";
import { followingRoutes } from "./following/routes.staff.tsx";
import { letterRoutes } from "./letters/routes.staff.tsx";

/** The census as the team runs it. */
export const censusStaffRoutes = new Hono<AppEnv>()
  .route("/", campaignEntryRoutes)
  .route("/", letterRoutes)
  .route("/", followingRoutes)
  .route("/", differenceRoutes)
  .route("/", coverageRoutes)
  .route("/", campaignRoutes);
