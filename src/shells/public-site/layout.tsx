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
import { keepPieces } from "#ui/kept.tsx";
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
      <SiteBar theme={theme} path={path} visitor={visitor} />
      <main id="contenu" tabindex={-1}>
        {notice ? <NoticeLine notice={notice} /> : null}
        {content}
      </main>
      <SiteFoot theme={theme} />
    </Document>
  );
}

const kept = keepPieces<object>();
const barOwner = {};

/** The same bar on all the pages of a part of the site, for all who are signed in alike: drawn once. */
function SiteBar({ theme, path, visitor }: Pick<Props, "theme" | "path" | "visitor">) {
  const marks = entries.map(({ href }) => current(href, path));
  const space = spaceOf(visitor);
  return kept(barOwner, JSON.stringify([theme, marks, space]), () => (
    <header class="site-bar">
      <Brand theme={theme} href={site.home()} />
      <nav class="site-nav" aria-label="Rubriques">
        <ul>
          {entries.map(({ label, href }, place) => (
            <li>
              <a href={href} aria-current={marks[place]}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="site-space">
        <a href={space.href}>{space.label}</a>
      </p>
    </header>
  ));
}

/** Where someone finds what is theirs. */
function spaceOf(visitor: Visitor) {
  if (!isSignedIn(visitor)) return { href: accounts.signIn(), label: "Se connecter" };
  if (isInside(visitor)) return { href: office.home(), label: "Gestion" };
  return { href: office.space(), label: "Mon espace" };
}

const current = (href: string, path: string) => {
  if (href === path) return "page" as const;
  return path.startsWith(`${href}/`) ? ("true" as const) : undefined;
};
