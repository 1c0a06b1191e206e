import { Hono } from "hono";
import { findNetworkColours, findSettings } from "#domains/network/index.ts";
import { site } from "#paths/site.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";
import { listSitemap } from "./sitemap.ts";

const aDay = "public, max-age=86400";

/** What search engines and browsers ask for by themselves. */
export const machines = new Hono<AppEnv>()
  .get(site.robots(), may(anyone), (c) => {
    const lines = ["User-agent: *", "Disallow: /gestion", "Disallow: /espace", "Disallow: /connexion"];
    c.header("Cache-Control", aDay);
    return c.text(`${lines.join("\n")}\n\nSitemap: ${c.get("config").baseUrl}${site.sitemap()}\n`);
  })
  .get(site.sitemap(), may(anyone), async (c) => {
    const entries = await listSitemap(c.get("replica"));
    const lines = entries.map(({ path, changed }) => {
      const day = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : "";
      return `<url><loc>${c.get("config").baseUrl}${path}</loc>${day}</url>`;
    });
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("\n")}\n</urlset>\n`,
      200,
      { "Content-Type": "application/xml; charset=utf-8" },
    );
  })
  .get(site.icon(), may(anyone), async (c) => {
    const { brand, accent, paper } = await findNetworkColours(c.get("db"));
    c.header("Cache-Control", aDay);
    return c.body(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="${brand}" stroke-width="3.4" stroke-linecap="round"><path d="M3 7C11 7 12 25 29 25"/><path d="M3 25C20 25 21 7 29 7" stroke="${accent}"/><path d="M3 16H11M21 16H29"/><circle cx="16" cy="16" r="4.6" fill="${paper}"/></svg>`,
      200,
      { "Content-Type": "image/svg+xml" },
    );
  })
  .get(site.webManifest(), may(anyone), async (c) => {
    const { name, short_name } = await findSettings(c.get("db"));
    const { brand, paper } = await findNetworkColours(c.get("db"));
    const icons = [{ src: site.icon(), type: "image/svg+xml", sizes: "any" }];
    const manifest = { name, short_name, lang: "fr", start_url: "/", display: "browser", icons };
    c.header("Cache-Control", aDay);
    return c.body(JSON.stringify({ ...manifest, theme_color: brand, background_color: paper }), 200, {
      "Content-Type": "application/manifest+json",
    });
  });
