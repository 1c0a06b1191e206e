/**
 * Membership: who is a member of the network for which year, in which college.
 * It does not know fees and payments yet, nor what members do.
 */
export { addMemberships, type NewMembership } from "./commands.ts";
export { membershipCriteria } from "./criteria.ts";
export { memberKind } from "./import-kind.ts";
export { lastMembership } from "./queries.ts";
export { membershipStaffRoutes } from "./routes.staff.tsx";
export { membershipTimeline } from "./timeline.ts";
export { membershipFrame } from "./views.panel.tsx";
