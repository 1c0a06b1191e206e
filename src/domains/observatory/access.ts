import { permission } from "#platform/web/may.ts";
import { isInside } from "#platform/web/visitor.ts";

/** Figures and the rows they count are public; the registry beside them is the network's own page. */
export const readRegistry = permission("observatory.read", isInside);
