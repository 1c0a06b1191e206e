import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** See who comes when: staff and the board. */
export const readAppointments = permission("support.appointments.read", isInside);
/** Offer slots, add, move and cancel appointments, note them in the log: staff. */
export const writeAppointments = permission("support.appointments.write", isStaff);
