/**
 * Agenda: what the network invites to, its own and what it relays: events and trainings, each with its dates. A training is an
 * event with what only trainings have; the count of the trainings of a year is that of their dates (21 in 2021, though two
 * bear the same title). It leans on the log of meetings, where the time that the team spent is noted.
 */

export { attendanceStaffRoutes, certificatePublicRoutes } from "./attendance/index.ts";
export type { CalendarSession } from "./calendar/write.ts";
export { catalogueKind } from "./catalogue/import-kind.ts";
export { catalogueStaffRoutes } from "./catalogue/routes.staff.tsx";
export { eventCriteria } from "./events/criteria.ts";
export { eventQuestion } from "./events/input.list.ts";
export { eventsMeetingPart } from "./events/meeting-part.ts";
export { type EventLine, searchEvents } from "./events/queries.list.ts";
export { movedTrainingRoutes } from "./events/routes.moved.ts";
export { eventStaffRoutes } from "./events/routes.staff.tsx";
export { eventsTimeline } from "./events/timeline.ts";
export { eventsFrame } from "./events/views.panel.tsx";
export { trainingKind } from "./import-kind.ts";
export { acceptMatch } from "./programme/commands.ts";
export { programmeKind } from "./programme/import-kind.ts";
export { findProgramme, listHeld } from "./programme/queries.ts";
export { programmeStaffRoutes } from "./programme/routes.staff.tsx";
export { proposalJobs } from "./proposals/jobs.ts";
export { proposalsPersonalPart } from "./proposals/personal.ts";
export { proposalPublicRoutes } from "./proposals/routes.public.tsx";
export { proposalStaffRoutes } from "./proposals/routes.staff.tsx";
export { keepAgenda } from "./public/dates/service.ts";
export type { EventPart, EventSection } from "./public/parts.ts";
export { listSitemapEntries, type PublicEvent } from "./public/queries.event.ts";
export { listNextDates } from "./public/queries.next.ts";
export { eventApiRoutes } from "./public/routes.api.ts";
export { agendaEmbeddedRoutes } from "./public/routes.embedded.tsx";
export { agendaPublicRoutes } from "./public/routes.public.tsx";
export { type Announcement, announcementOf } from "./public/texts.announcement.ts";
export {
  registrationJobs,
  registrationPart,
  registrationPublicRoutes,
  registrationStaffRoutes,
  registrationsPart,
} from "./registrations/index.ts";
