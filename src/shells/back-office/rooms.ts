import { Hono } from "hono";
import { changeRoutes } from "#domains/accounts/changes/routes.staff.tsx";
import { invitationStaffRoutes } from "#domains/accounts/invitations/routes.staff.tsx";
import { peopleRoutes } from "#domains/accounts/people/routes.staff.tsx";
import { meetingStaffRoutes } from "#domains/activities/index.ts";
import { networkStaffRoutes } from "#domains/network/index.ts";
import { observatoryStaffRoutes } from "#domains/observatory/index.ts";
import { territoryStaffRoutes } from "#domains/territory/routes.staff.tsx";
import type { AppEnv } from "#platform/web/env.ts";
import { jobRoutes } from "./jobs.tsx";
import { letterRoutes } from "./letters.tsx";

/** Where each room stands in the back office: its `routes.staff.tsx`, at its address. */
export const rooms = new Hono<AppEnv>()
  .route("/", meetingStaffRoutes)
  .route("/indicateurs", observatoryStaffRoutes)
  .route("/comptes/invitations", invitationStaffRoutes)
  .route("/comptes", peopleRoutes)
  .route("/journal", changeRoutes)
  .route("/taches", jobRoutes)
  .route("/courrier", letterRoutes)
  .route("/territoire", territoryStaffRoutes)
  .route("/reglages", networkStaffRoutes);
