/**
 * Projects (Panorama): what the actors do together, here and in the world: who carries it, with whom, where, for which
 * goals, with what means. It does not know how a fund or a scheme chose them: another room shows its own as projects.
 */
export { type ShownProject, showAsProject } from "./commands.show.ts";
export { listProjectsOf } from "./queries.organisation.ts";
export { projectStaffRoutes } from "./routes.staff.tsx";
export { ProjectsOfOrganisation, projectsFrame } from "./views.panel.tsx";
