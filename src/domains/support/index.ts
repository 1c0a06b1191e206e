/**
 * Support: what organisations ask of the network, the courses of support by which it goes along with them, the slots that officers
 * offer and that anyone books, the tools used with an organisation, and the cohorts of those that it follows over years. Meetings are the log's: a course knows which are its own
 * (`support.course_meetings`), the log does not.
 */
export { appointmentJobs } from "./appointments/jobs.ts";
export { appointmentPublicRoutes, appointmentStaffRoutes } from "./appointments/mount.ts";
export { appointmentsPart } from "./appointments/personal.ts";
export { appointmentsSearch } from "./appointments/search.ts";
export { appointmentsTimeline } from "./appointments/timeline.ts";
export { coursesSearch } from "./board/search.ts";
export { supportCriteria } from "./criteria.ts";
export { courseKind } from "./importing/kind.ts";
export { cohortsSearch } from "./incubation/search.ts";
export { incubationTimeline } from "./incubation/timeline.ts";
export { supportJobs } from "./jobs.ts";
export { supportMeetingPart } from "./meetings/meeting-part.ts";
export { supportPart } from "./personal.ts";
export { supportPublicRoutes } from "./routes.public.tsx";
export { supportStaffRoutes } from "./routes.staff.tsx";
export { supportTimeline } from "./timeline.ts";
export { toolPublicRoutes } from "./tools/routes.public.tsx";
export { toolStaffRoutes } from "./tools/routes.staff.tsx";
export { toolsFrame } from "./tools/views.panel.tsx";
export { supportFrame } from "./views.panel.tsx";
