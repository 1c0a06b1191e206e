/**
 * Calendar: reads iCalendar (RFC 5545) as Outlook, Google, Nextcloud and others write it. It does not know what is done with
 * what it finds.
 */

export type { CalendarRefusal, Guest, Occurrence, Taken, Window } from "./occurrence.ts";
export { type CalendarReading, openCalendar } from "./open.ts";
