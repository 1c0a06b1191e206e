/**
 * Projects (Panorama): what the actors do together, here and in the world: who carries it, with whom, where, for which
 * goals, with what means. It does not know how a fund or a scheme chose them: another room shows its own as projects.
 */
export { type ShownProject, showAsProject } from "./commands.show.ts";
export { projectCriteria } from "./criteria.ts";
export { projectKind } from "./import-kind.ts";
export { projectQuestion } from "./input.list.ts";
export { projectsPart } from "./part.tsx";
export { projectsPersonalPart } from "./personal.ts";
export { listProjects } from "./queries.list.ts";
export { listPublicCards } from "./queries.public.ts";
export { projectPublicRoutes } from "./routes.public.tsx";
export { projectStaffRoutes } from "./routes.staff.tsx";
export { projectsTimeline } from "./timeline.ts";
export { projectsFrame } from "./views.panel.tsx";
