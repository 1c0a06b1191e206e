import { createHash } from "node:crypto";
import { site } from "#paths/site.ts";
import type { Db } from "#platform/db/index.ts";
import type { Theme } from "#ui/document.tsx";
import { writeColour } from "./colours.ts";
import { type Settings, settings } from "./input.ts";
import { lightPaper, themeOf, themeStyles } from "./theme.ts";

interface Known {
  settings: Settings;
  version: number;
  /** The style sheet of the network's colours, and a mark of its content for its address. */
  styles: string;
  stylesVersion: string;
}

/** How long, in milliseconds, a process may serve settings that another process has just changed. */
const freshness = 1000;
const kept = new WeakMap<Db, { at: number; known: Promise<Known> }>();

/** Everything about the network, read at most once a second in each process. */
export function findNetwork(db: Db): Promise<Known> {
  const held = kept.get(db);
  if (held && Date.now() - held.at < freshness) return held.known;
  const known = readNetwork(db);
  kept.set(db, { at: Date.now(), known });
  known.catch(() => kept.delete(db));
  return known;
}

/** After a change by this process: the next page already shows it. */
export function forgetNetwork(db: Db) {
  kept.delete(db);
}

async function readNetwork(db: Db): Promise<Known> {
  const rows = await db.selectFrom("network.settings").select(["key", "value"]).execute();
  const given = Object.fromEntries(rows.map((row) => [row.key, row.value]));
  const read = settings.parse(given);
  const styles = themeStyles(read.brand_colour, read.accent_colour);
  return {
    settings: read,
    version: Number(given["version"] ?? 0),
    styles,
    stylesVersion: createHash("sha256").update(styles).digest("hex").slice(0, 10),
  };
}

/** The settings in force; what was never set has the value of a network that has just been installed. */
export async function findSettings(db: Db): Promise<Settings> {
  return (await findNetwork(db)).settings;
}

/** The network's colours by day, as the style sheet writes them: for the icon and what stands outside the pages. */
export async function findNetworkColours(db: Db) {
  const { brand_colour, accent_colour } = await findSettings(db);
  const { light } = themeOf(brand_colour, accent_colour);
  return { brand: writeColour(light.brand), accent: writeColour(light.accent), paper: lightPaper };
}

/** What the shells need to frame a page. */
export async function findTheme(db: Db): Promise<Theme> {
  const { settings, stylesVersion } = await findNetwork(db);
  return {
    name: settings.name,
    shortName: settings.short_name,
    tagline: settings.tagline,
    styles: site.theme(stylesVersion),
    logo: settings.logo_file ? site.logo(settings.logo_file.slice(0, 8)) : undefined,
  };
}
