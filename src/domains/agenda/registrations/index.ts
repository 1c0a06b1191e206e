/**
 * Registrations: who comes to an event, who waits for a place, what is written to them. The places of an event are given one after
 * the other, whatever arrives together. What an event is, and where it is shown, is said by the rest of the agenda.
 */
import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";
import { letterStaffRoutes } from "./letters/routes.staff.tsx";
import { registrationPersonRoutes } from "./routes.person.tsx";
import { registrationPublicRoutes as formRoutes } from "./routes.public.tsx";
import { questionPublicRoutes, questionStaffRoutes } from "./routes.questions.tsx";
import { registrationStaffRoutes as listRoutes } from "./routes.staff.tsx";

export { registrationJobs } from "./jobs.ts";
export { registrationPart } from "./part.tsx";
export { registrationsPart } from "./personal.ts";

/** The form, and one's own registration by its link. */
export const registrationPublicRoutes = new Hono<AppEnv>()
  .route("/", formRoutes)
  .route("/", registrationPersonRoutes)
  .route("/", questionPublicRoutes);

/** Who comes, what is written to them, what is asked: for the team. */
export const registrationStaffRoutes = new Hono<AppEnv>()
  .route("/", listRoutes)
  .route("/", letterStaffRoutes)
  .route("/", questionStaffRoutes);
