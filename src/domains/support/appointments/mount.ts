import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { addingRoutes } from "./routes.adding.tsx";
import { guestRoutes } from "./routes.guest.tsx";
import { openingRoutes } from "./routes.openings.tsx";
import { ownPageRoutes } from "./routes.page.tsx";
import { bookingRoutes } from "./routes.public.tsx";
import { appointmentRoutes } from "./routes.staff.tsx";

/** What anyone opens: personal links first, so that no officer's word hides them. */
export const appointmentPublicRoutes = new Hono<AppEnv>().route("/", guestRoutes).route("/", bookingRoutes);

/** What the team opens. */
export const appointmentStaffRoutes = new Hono<AppEnv>()
  .route("/creneaux", ownPageRoutes)
  .route("/creneaux", openingRoutes)
  .route("/", addingRoutes)
  .route("/", appointmentRoutes);
