import type { Child } from "hono/jsx";
import { accounts } from "#paths/accounts.ts";
import { directory } from "#paths/directory.ts";
import { office } from "#paths/office.ts";
import { projects } from "#paths/projects.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { reports } from "#paths/reports.ts";
import { site } from "#paths/site.ts";
import { support } from "#paths/support.ts";
import type { Notice } from "#platform/web/notice.ts";
import type { PageFacts } from "#platform/web/page.ts";
import { isInside, isSignedIn, type Visitor } from "#platform/web/visitor.ts";
import { Brand } from "#ui/brand.tsx";
import { Document, type Theme } from "#ui/document.tsx";
import { NoticeLine } from "#ui/notice.tsx";
import { SiteFoot } from "./foot.tsx";

interface Props {
  facts: PageFacts;
  path: string;
  /** The page's own address, for search engines; without its query. */
  canonical: string;
  visitor: Visitor;
  theme: Theme;
  notice?: Notice;
  content: Child;
}

const entries = [
  { label: "Acteurs", href: directory.publicList() },
  { label: "Projets", href: projects.publicList() },
  { label: "Agenda", href: publicAgenda.list() },
  { label: "Formations", href: publicAgenda.catalogue() },
  { label: "Accompagnement", href: support.home() },
  { label: "Bilan", href: reports.publishedList() },
  { label: "Le réseau", href: site.about() },
];

/** The public site around a page: a bar of words, the page, the back cover. */
export function PublicLayout({ facts, path, canonical, visitor, theme, notice, content }: Props) {
  return (
    <Document {...facts} theme={theme} canonical={canonical} script="public" bodyClass="site">
      <header class="site-bar">
        <Brand theme={theme} href={site.home()} />
        <nav class="site-nav" aria-label="Rubriques">
          <ul>
            {entries.map(({ label, href }) => (
              <li>
                <a href={href} aria-current={current(href, path)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="site-space">
          <SpaceLink visitor={visitor} />
        </p>
      </header>
      <main id="contenu" tabindex={-1}>
        {notice ? <NoticeLine notice={notice} /> : null}
        {content}
      </main>
      <SiteFoot theme={theme} />
    </Document>
  );
}

function SpaceLink({ visitor }: { visitor: Visitor }) {
  if (!isSignedIn(visitor)) return <a href={accounts.signIn()}>Se connecter</a>;
  return isInside(visitor) ? <a href={office.home()}>Gestion</a> : <a href={office.space()}>Mon espace</a>;
}

const current = (href: string, path: string) => {
  if (href === path) return "page" as const;
  return path.startsWith(`${href}/`) ? ("true" as const) : undefined;
};
