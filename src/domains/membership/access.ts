import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

export const readMemberships = permission("membership.read", isInside);
/** Add a member to a year, change its college, take it off. */
export const writeMemberships = permission("membership.write", isStaff);
