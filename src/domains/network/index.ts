/**
 * Network: what this instance's network is called, looks like and says of itself, as settings.
 * Offices are the territory's; statutes will be governance's.
 */
export { setSettings } from "./commands.ts";
export type { Settings } from "./input.ts";
export { findNetworkColours, findSettings, findTheme } from "./queries.ts";
export { networkPublicRoutes } from "./routes.public.ts";
