import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** Read the tools and what was filled: staff and the board. */
export const readTools = permission("support.tools.read", isInside);
/** Fill them with an actor, give their link, change their words: staff. */
export const writeTools = permission("support.tools.write", isStaff);
