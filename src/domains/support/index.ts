/**
 * Support: what organisations ask of the network, and the courses of support by which it goes along with them, from the request to
 * how it ended. Meetings are the log's: a course knows which are its own (`support.course_meetings`), the log does not.
 */
export { supportCriteria } from "./criteria.ts";
export { courseKind } from "./importing/kind.ts";
export { supportJobs } from "./jobs.ts";
export { supportPart } from "./personal.ts";
export { supportPublicRoutes } from "./routes.public.tsx";
export { supportStaffRoutes } from "./routes.staff.tsx";
export { supportTimeline } from "./timeline.ts";
export { supportFrame } from "./views.panel.tsx";
