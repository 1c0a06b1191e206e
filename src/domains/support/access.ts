import { permission } from "#platform/web/may.ts";
import { isAdministrator, isInside, isStaff } from "#platform/web/visitor.ts";

/** Staff and the board read the courses; not what is confidential, nor what who asked wrote of themselves. */
export const readSupport = permission("support.read", isInside);
/** Staff write, read the confidential notes and what was asked. */
export const writeSupport = permission("support.write", isStaff);
/** Who answers, when, and what is asked: administrators. */
export const setSupport = permission("support.set", isAdministrator);
