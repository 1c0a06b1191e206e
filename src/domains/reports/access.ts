import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** Staff and the board read the report as it is being written, and what disagrees in it. */
export const readDrafts = permission("reports.read", isInside);
/** Staff write its words, keep the printed figures, and publish. */
export const writeReports = permission("reports.write", isStaff);
