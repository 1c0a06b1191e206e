import { Hono } from "hono";
import { meetingStaffRoutes } from "#domains/activities/index.ts";
import { importRoutes } from "#domains/imports/index.ts";
import { networkStaffRoutes } from "#domains/network/index.ts";
import { observatoryStaffRoutes } from "#domains/observatory/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { jobRoutes } from "./jobs.tsx";
import { letterRoutes } from "./letters.tsx";

/** Where each room stands in the back office: its `routes.staff.tsx`, at its address. */
export const rooms = new Hono<AppEnv>()
  .route("/", meetingStaffRoutes)
  .route("/", importRoutes)
  .route("/indicateurs", observatoryStaffRoutes)
  .route("/taches", jobRoutes)
  .route("/courrier", letterRoutes)
  .route("/reglages", networkStaffRoutes);
