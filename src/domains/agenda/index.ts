/**
 * Agenda: what the network invites to; for now its trainings. A training is a title, its sessions are its dates: the count
 * of the trainings of a year is that of its sessions (21 in 2021, though two bear the same title).
 * It does not know the log of meetings, where the team notes the time that a session took.
 */
export { listCalendarSessions } from "./calendar/queries.ts";
export { type CalendarSession, calendarOf } from "./calendar/write.ts";
export { trainingKind } from "./import-kind.ts";
export { sessionQuestion } from "./input.list.ts";
export { type EventPart, type EventSection, ofTheEvent } from "./public/parts.ts";
export { listSitemapEntries, type PublicEvent } from "./public/queries.event.ts";
export { listNextDates } from "./public/queries.list.ts";
export { eventApiRoutes } from "./public/routes.api.ts";
export { agendaEmbeddedRoutes } from "./public/routes.embedded.tsx";
export { agendaPublicRoutes } from "./public/routes.public.tsx";
export { type Announcement, announcementOf } from "./public/texts.announcement.ts";
export { searchSessions } from "./queries.list.ts";
export { trainingStaffRoutes } from "./routes.staff.tsx";
