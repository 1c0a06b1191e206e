import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** See campaigns, who answered and what was said. */
export const readCensus = permission("census.read", isInside);
/** Prepare, open and close campaigns, write their letters, note calls, decide what was said. */
export const writeCensus = permission("census.write", isStaff);
