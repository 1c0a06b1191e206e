/**
 * Support: going along with an organisation over time. Appointments (slots that officers offer and that anyone books) and the
 * tools of the network are here.
 * It does not know what a meeting is counted for: that is the log's, where an appointment is noted.
 */
export { appointmentJobs } from "./appointments/jobs.ts";
export { appointmentPublicRoutes, appointmentStaffRoutes } from "./appointments/mount.ts";
export { appointmentsPart } from "./appointments/personal.ts";
export { appointmentsTimeline } from "./appointments/timeline.ts";
export { toolPublicRoutes } from "./tools/routes.public.tsx";
export { toolStaffRoutes } from "./tools/routes.staff.tsx";
export { toolsFrame } from "./tools/views.panel.tsx";
