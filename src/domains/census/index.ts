/**
 * Census: campaigns that ask organisations to confirm or correct their own record, by a link of their own, and what they
 * answered. The questions are the questionnaires', the differences the directory's.
 */

export { addConfirmQuestionnaire } from "./asking/commands.ts";
export { addCampaign } from "./campaigns/commands.ts";
export { listCampaigns } from "./campaigns/queries.ts";
export { censusCriteria } from "./criteria.ts";
export { censusJobs } from "./letters/jobs.ts";
export { censusPart } from "./personal.ts";
export { censusPublicRoutes } from "./routes.public.tsx";
export { censusStaffRoutes } from "./routes.staff.tsx";
export { censusTimeline } from "./timeline.ts";
export { censusFrame } from "./views.panel.tsx";
