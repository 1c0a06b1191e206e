import { permission } from "#platform/web/may.ts";
import { isAdministrator, isStaff } from "#platform/web/visitor.ts";

/** Who may say who comes in, and with what role. */
export const manageAccounts = permission("accounts.manage", isAdministrator);

/** Who may read what everyone did. */
export const readChanges = permission("accounts.changes", isAdministrator);

/** Who may say yes to someone who asks to speak for an organisation. */
export const decideCardRequests = permission("accounts.card_requests", isStaff);
