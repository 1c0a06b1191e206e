import { permission } from "#platform/web/may.ts";
import { isAdministrator, isStaff } from "#platform/web/visitor.ts";

export const readMachinery = permission("machinery.read", isStaff);
export const runMachinery = permission("machinery.run", isStaff);
/** A letter may hold a link that signs its reader in: its text is for administrators. */
export const readLetters = permission("letters.read", isAdministrator);
