/**
 * Activities: the log of meetings, with type, place, duration, participants.
 * It does not know what a report makes of it (`activities.shared_meetings`, `activities.shared_meeting_places`), nor where
 * a place is: that is the territory's; nor the events and courses of support that its meetings belong to: the rooms above call `logMeeting`,
 * keep the link, and give a `MeetingPart` to the shell.
 */
export { findMeetingOf, noteAsMeeting } from "./calendars/commands.known.ts";
export { calendarJobs } from "./calendars/jobs.ts";
export { addMeetings } from "./commands.import.ts";
export { logMeeting, type MeetingEntry } from "./commands.ts";
export { meetingCriteria } from "./criteria.ts";
export { meetingKind } from "./import-kind.ts";
export { meetingQuestion } from "./input.list.ts";
export { meetingsPart } from "./personal.ts";
export { type MeetingLine, searchMeetings } from "./queries.list.ts";
export { findMeetings } from "./queries.ts";
export { reminderJobs } from "./reminders/jobs.ts";
export { meetingStaffRoutes } from "./routes.staff.tsx";
export { type MeetingFacts, type MeetingPlace, meetingFingerprint } from "./rules.ts";
export { meetingsTimeline } from "./timeline.ts";
export { meetingsFrame } from "./views.panel.tsx";
