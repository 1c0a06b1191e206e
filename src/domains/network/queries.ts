import { site } from "#paths/site.ts";
import type { Db } from "#platform/db/index.ts";
import type { Theme } from "#ui/document.tsx";
import { type Settings, settings } from "./input.ts";

/** The settings in force; what was never set has the value of a network that has just been installed. */
export async function findSettings(db: Db): Promise<Settings> {
  const rows = await db.selectFrom("network.settings").select(["key", "value"]).execute();
  return settings.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
}

/** What the shells need to frame a page. */
export async function findTheme(db: Db): Promise<Theme> {
  const { name, short_name, tagline } = await findSettings(db);
  return { name, shortName: short_name, tagline, styles: site.theme() };
}
