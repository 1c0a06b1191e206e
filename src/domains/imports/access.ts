import { permission } from "#platform/web/may.ts";
import { isStaff } from "#platform/web/visitor.ts";

/** Give files, correct what was understood, launch, undo. */
export const manageImports = permission("imports.manage", isStaff);
