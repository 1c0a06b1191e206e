import { findSettings } from "#domains/network/index.ts";
import { listRegions } from "#domains/territory/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { Home } from "./home.tsx";

/** What the home page shows, read through the rooms' front doors. */
export async function readHome(db: Db): Promise<Home> {
  const [settings, regions] = await Promise.all([findSettings(db), listRegions(db)]);
  const region = regions.find(({ code }) => code === settings.region_code)?.name;
  return { settings, region, figures: [], departments: [], trainings: [] };
}
