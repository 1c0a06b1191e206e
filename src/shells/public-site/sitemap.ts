import { listSitemapEntries as listEvents } from "#domains/agenda/index.ts";
import { listSitemapEntries, slugOf } from "#domains/directory/index.ts";
import { listPublicCards } from "#domains/projects/index.ts";
import { listEditions } from "#domains/reports/index.ts";
import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
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
export async function listSitemap(db: Db): Promise<SitemapEntry[]> {
  const [events, organisations, editions, cards] = await Promise.all([
    listEvents(db),
    listSitemapEntries(db),
    listEditions(db),
    listPublicCards(db),
  ]);
  const own = [
    site.home(),
    directory.publicList(),
    directory.publicMap(),
    directory.embedding(),
    projects.publicList(),
    publicAgenda.list(),
    publicAgenda.catalogue(),
    publicAgenda.embedding(),
    reports.publishedList(),
    site.about(),
    site.legal(),
    site.accessibility(),
    site.privacy(),
  ];
  const lastEditions = editions.filter(
    ({ year }, index) => editions.findIndex((one) => one.year === year) === index,
  );
  return [
    ...own.map((path) => ({ path })),
    ...lastEditions.map(({ year, published_at }) => ({
      path: reports.published(year),
      changed: new Date(published_at),
    })),
    ...events.map(({ id, title, training, updated_at }) => ({
      path: publicAgenda.event({ id, slug: slugOf(title), training }),
      changed: updated_at,
    })),
    ...organisations.map(({ id, name, updated_at }) => ({
      path: directory.publicCard(id, slugOf(name)),
      changed: updated_at,
    })),
    ...cards.map(({ id, title, updated_at }) => ({
      path: projects.publicCard(id, slugOf(title)),
      changed: updated_at,
    })),
  ].slice(0, most);
}
