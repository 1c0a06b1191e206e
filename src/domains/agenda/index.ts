/**
 * Agenda: what the network invites to; for now its trainings. A training is a title, its sessions are its dates: the count
 * of the trainings of a year is that of its sessions (21 in 2021, though two bear the same title).
 * It does not know the log of meetings, where the team notes the time that a session took.
 */
export { trainingKind } from "./import-kind.ts";
export { publicQuestion, sessionQuestion } from "./input.list.ts";
export { type SessionLine, searchSessions } from "./queries.list.ts";
export { listPublicSessions, listSitemapEntries } from "./queries.public.ts";
export {
  registrationJobs,
  registrationPublicRoutes,
  registrationStaffRoutes,
  registrationsPart,
} from "./registrations/index.ts";
export { trainingPublicRoutes } from "./routes.public.tsx";
export { trainingStaffRoutes } from "./routes.staff.tsx";
export { slugOf } from "./rules.ts";
