import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** Staff and the board read the log. */
export const readMeetings = permission("activities.read", isInside);
/** Staff write it, and alone read the notes. */
export const writeMeetings = permission("activities.write", isStaff);
export const readNotes = permission("activities.notes", isStaff);
