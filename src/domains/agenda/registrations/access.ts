import { permission } from "#platform/web/may.ts";
import { isStaff } from "#platform/web/visitor.ts";

/** Who comes, and what they need to come, is for the team alone: the board reads counts, not names. */
export const keepRegistrations = permission("agenda.registrations", isStaff);
