import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** The whole directory, internal organisations and staff-only contact points included. */
export const readDirectory = permission("directory.read", isInside);
/** Add, change, archive organisations and their contact points. */
export const writeDirectory = permission("directory.write", isStaff);
