/**
 * Support: going along with an organisation over time. Appointments are here: slots that officers offer and that anyone books.
 * It does not know what a meeting is counted for: that is the log's, where an appointment is noted.
 */
export { appointmentJobs } from "./appointments/jobs.ts";
export { appointmentPublicRoutes, appointmentStaffRoutes } from "./appointments/mount.ts";
export { appointmentsPart } from "./appointments/personal.ts";
export { appointmentsTimeline } from "./appointments/timeline.ts";
