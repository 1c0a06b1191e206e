/**
 * Agenda: what the network invites to, its own and what it relays: events and trainings, each with its dates. A training is an
 * event with what only trainings have; the count of the trainings of a year is that of their dates (21 in 2021, though two
 * bear the same title). It leans on the log of meetings, where the time that the team spent is noted.
 */
export { catalogueKind } from "./catalogue/import-kind.ts";
export { catalogueStaffRoutes } from "./catalogue/routes.staff.tsx";
export { eventCriteria } from "./events/criteria.ts";
export { eventQuestion } from "./events/input.list.ts";
export { type EventLine, searchEvents } from "./events/queries.list.ts";
export { movedTrainingRoutes } from "./events/routes.moved.ts";
export { eventStaffRoutes } from "./events/routes.staff.tsx";
export { eventsTimeline } from "./events/timeline.ts";
export { eventsFrame } from "./events/views.panel.tsx";
export { trainingKind } from "./import-kind.ts";
export { publicQuestion } from "./input.list.ts";
export { programmeKind } from "./programme/import-kind.ts";
export { programmeStaffRoutes } from "./programme/routes.staff.tsx";
export { proposalJobs } from "./proposals/jobs.ts";
export { proposalsPersonalPart } from "./proposals/personal.ts";
export { proposalPublicRoutes } from "./proposals/routes.public.tsx";
export { proposalStaffRoutes } from "./proposals/routes.staff.tsx";
export type { SessionLine } from "./queries.list.ts";
export { listPublicSessions, listSitemapEntries } from "./queries.public.ts";
export { registrationPublicRoutes } from "./registrations/index.ts";
export { trainingPublicRoutes } from "./routes.public.tsx";
export { slugOf } from "./rules.ts";
