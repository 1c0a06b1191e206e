import { permission } from "#platform/web/may.ts";
import { isAdministrator, isInside, isStaff } from "#platform/web/visitor.ts";

/** The desk itself and its search: what they show is already what each room lets the network's own people read. */
export const readBackOffice = permission("office.read", isInside);
export const readMachinery = permission("machinery.read", isStaff);
export const runMachinery = permission("machinery.run", isStaff);
/** A letter may hold a link that signs its reader in: its text is for administrators. */
export const readLetters = permission("letters.read", isAdministrator);
