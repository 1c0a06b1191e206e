/** Attendance: who was there, session by session, and the certificates that say so. */
import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { certificateStaffRoutes } from "./certificates/routes.staff.tsx";
import { entranceRoutes } from "./routes.entrance.tsx";
import { attendanceScreenRoutes } from "./routes.staff.tsx";

export { certificatePublicRoutes } from "./certificates/routes.public.tsx";

export const attendanceStaffRoutes = new Hono<AppEnv>()
  .route("/", attendanceScreenRoutes)
  .route("/", entranceRoutes)
  .route("/", certificateStaffRoutes);
