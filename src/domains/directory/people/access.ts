import { permission } from "#platform/web/may.ts";
import { isInside, isStaff } from "#platform/web/visitor.ts";

/** Who acts for which organisation, and how to reach them. */
export const readPeople = permission("people.read", isInside);
/** Add, change, put away people and their roles; note consents; read the team's notes; take lists away. */
export const writePeople = permission("people.write", isStaff);
/** Give a person all that is kept of them, and erase it. */
export const handlePersonalData = permission("people.data", isStaff);

export type Audience = "public" | "members" | "staff";

/** Whether what is shown to `visibility` is shown to this audience. */
export const isShownTo = (audience: Audience, visibility: string) =>
  audience === "staff" || visibility === "public" || (audience === "members" && visibility === "members");
