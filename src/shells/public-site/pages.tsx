import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { listOffices, listRegions } from "#domains/territory/index.ts";
import { site } from "#paths/site.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";
import { AboutPage } from "./about.tsx";
import { AccessibilityPage } from "./accessibility.tsx";
import { HomePage } from "./home.tsx";
import { readHome } from "./home-figures.ts";
import { LegalPage } from "./legal.tsx";
import { PrivacyPage } from "./privacy.tsx";

/** The pages that belong to no room: who the network is, and what the law asks it to say. */
export const pages = new Hono<AppEnv>()
  .get(site.home(), may(anyone), async (c) => {
    const home = await readHome(c.get("replica"), new Date(), c.get("listing"));
    const title = home.settings.tagline || home.settings.name;
    return c.render(<HomePage {...home} />, {
      title,
      description: home.settings.presentation.slice(0, 160) || title,
    });
  })
  .get(site.about(), may(anyone), async (c) => {
    const db = c.get("db");
    const [settings, regions, offices] = await Promise.all([
      findSettings(db),
      listRegions(db),
      listOffices(db),
    ]);
    const region = regions.find(({ code }) => code === settings.region_code);
    return c.render(<AboutPage settings={settings} region={region} offices={offices} />, {
      title: "Le réseau",
      description: settings.tagline,
    });
  })
  .get(site.legal(), may(anyone), async (c) =>
    c.render(<LegalPage settings={await findSettings(c.get("db"))} />, { title: "Mentions légales" }),
  )
  .get(site.accessibility(), may(anyone), async (c) =>
    c.render(<AccessibilityPage settings={await findSettings(c.get("db"))} />, { title: "Accessibilité" }),
  )
  .get(site.privacy(), may(anyone), async (c) =>
    c.render(<PrivacyPage settings={await findSettings(c.get("db"))} />, { title: "Données personnelles" }),
  );
