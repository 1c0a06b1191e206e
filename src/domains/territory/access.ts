import { permission } from "#platform/web/may.ts";
import { isStaff } from "#platform/web/visitor.ts";

export const readTerritory = permission("territory.read", isStaff);
/** Spellings that lead to a commune: what an officer decides once serves everyone. */
export const writeSpellings = permission("territory.spellings", isStaff);
/** The network's offices: a meeting in their communes is no trip. */
export const writeOffices = permission("territory.offices", isStaff);
