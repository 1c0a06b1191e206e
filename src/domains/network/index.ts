/**
 * Network: what this instance's network is called, looks like and says of itself, as settings.
 * Offices are the territory's; statutes will be governance's.
 */
export { findTheme } from "./queries.ts";
