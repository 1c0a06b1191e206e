import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { budgetRoutes } from "./routes.budget.tsx";
import { cohortRoutes } from "./routes.cohorts.tsx";
import { cohortEntryRoutes } from "./routes.entry.tsx";
import { milestoneRoutes } from "./routes.milestones.tsx";
import { programmeRoutes } from "./routes.programme.tsx";
import { stayProgressRoutes } from "./routes.progress.tsx";
import { stayRoutes } from "./routes.stays.tsx";

/** Incubation: the cohorts, who is in them, and what becomes of each. */
export const incubationRoutes = new Hono<AppEnv>()
  .route("/", cohortEntryRoutes)
  .route("/", cohortRoutes)
  .route("/", milestoneRoutes)
  .route("/", programmeRoutes)
  .route("/", budgetRoutes)
  .route("/suivis", stayRoutes)
  .route("/suivis", stayProgressRoutes);
