import { permission } from "#platform/web/may.ts";
import { isAdministrator, isInside, isStaff, type Visitor } from "#platform/web/visitor.ts";

/** The whole directory, internal organisations and staff-only contact points included. */
export const readDirectory = permission("directory.read", isInside);
/** Add, change, archive organisations and their contact points. */
export const writeDirectory = permission("directory.write", isStaff);
/** Add, change, order and retire the fields that the network adds to the record. */
export const editCustomFields = permission("directory.fields", isAdministrator);

/** Read what organisations say of themselves, and take it or leave it. */
export const decideProposals = permission("directory.proposals", isStaff);

/** Whose eyes read a public card: members of the network, and its own people, see what is shown to members. */
export const eyesOf = (visitor: Visitor): "public" | "members" =>
  visitor.roles.has("member") || isInside(visitor) ? "members" : "public";
