/**
 * Accounts: sign-in, roles, invitations, who did what.
 * It does not know organisations beyond their number, nor what a role may do in a room: that is the room's `access.ts`.
 */
export { sessionCookie } from "./auth.ts";
export { createInvitation } from "./invitations/commands.ts";
export { accountJobs } from "./jobs.ts";
export { accountNames, findRecipient, staffOptions } from "./names.ts";
export { createUser } from "./people/commands.ts";
export { accountPart } from "./personal.ts";
export { recogniseVisitor } from "./session.ts";
