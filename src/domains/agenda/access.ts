import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** Staff and the board see every event; visitors see those that are listed. */
export const readAgenda = permission("agenda.read", isInside);
export const writeAgenda = permission("agenda.write", isStaff);
