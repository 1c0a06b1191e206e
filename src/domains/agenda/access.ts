import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** Staff and the board see every training; visitors see those that are listed. */
export const readTrainings = permission("agenda.read", isInside);
export const writeTrainings = permission("agenda.write", isStaff);
