import { permission } from "#platform/web/may.ts";
import { isInside, isSignedIn, isStaff } from "#platform/web/visitor.ts";

/** Staff and the board read the whole panorama. */
export const readProjects = permission("projects.read", isInside);
/** Staff write it, publish, and decide on what carriers propose. */
export const writeProjects = permission("projects.write", isStaff);
/** Exact amounts are for staff; those who carry a project see their own in their space. */
export const readAmounts = permission("projects.amounts", isStaff);
/** One’s own projects; which ones is said by the organisations that one speaks for. */
export const readMine = permission("projects.mine", isSignedIn);
/** Who speaks for an organisation proposes projects and tells news of them. */
export const proposeProjects = permission(
  "projects.propose",
  (visitor) => visitor.organisationIds.length > 0,
);
