import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import { reports } from "#paths/reports.ts";
import { site } from "#paths/site.ts";
import type { Db } from "#platform/db/index.ts";

export interface SitemapEntry {
  path: string;
  changed?: Date;
}

/** The most addresses that one sitemap may hold (sitemaps.org). */
const most = 50_000;

/** Every public address worth finding: the pages of the site, then what each room lists. */
export async function listSitemap(_db: Db): Promise<SitemapEntry[]> {
  const own = [
    site.home(),
    directory.publicList(),
    agenda.publicTrainings(),
    reports.publishedList(),
    site.about(),
    site.legal(),
    site.accessibility(),
    site.privacy(),
  ];
  return own.map((path): SitemapEntry => ({ path })).slice(0, most);
}
