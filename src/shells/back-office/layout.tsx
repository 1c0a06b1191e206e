import type { Child } from "hono/jsx";
import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import { site } from "#paths/site.ts";
import type { Notice } from "#platform/web/notice.ts";
import type { Visitor } from "#platform/web/visitor.ts";
import { Brand } from "#ui/brand.tsx";
import { Document, type Theme } from "#ui/document.tsx";
import { ActionForm } from "#ui/form.tsx";
import { NoticeLine } from "#ui/notice.tsx";
import { navigation } from "./navigation.ts";

interface Props {
  title: string;
  path: string;
  visitor: Visitor;
  theme: Theme;
  notice?: Notice;
  content: Child;
}

/** The back office around a page: rooms to the left, search and *Créer* on top, the page in the middle. */
export function BackOfficeLayout({ title, path, visitor, theme, notice, content }: Props) {
  return (
    <Document title={`${title} · Gestion`} theme={theme} script="office" bodyClass="office" unlisted>
      <header class="office-bar">
        <Brand theme={theme} href={office.home()} />
        <search>
          <form class="office-search" action={office.search()} method="get" data-controller="shortcut">
            <label class="sr-only" for="recherche">
              Chercher dans la gestion
            </label>
            <input id="recherche" class="input" type="search" name="q" placeholder="Chercher… ( / )" />
          </form>
        </search>
        <nav class="office-account" aria-label="Mon compte">
          <a href={site.home()}>Voir le site</a>
          <a href={accounts.mine()}>{visitor.name}</a>
          <ActionForm action={accounts.signOut()} label="Se déconnecter" />
        </nav>
      </header>
      <div class="office-frame">
        <nav class="office-rooms" aria-label="Rubriques">
          {navigation.map(({ heading, entries }) => {
            const shown = entries.filter((entry) => entry.visible?.(visitor) ?? true);
            return shown.length === 0 ? null : (
              <section>
                <h2>{heading}</h2>
                <ul>
                  {shown.map((entry) => (
                    <li>
                      <a href={entry.href} aria-current={current(entry.href, path)}>
                        {entry.label}
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </nav>
        <main id="contenu" class="office-page" tabindex={-1}>
          {notice ? <NoticeLine notice={notice} /> : null}
          {content}
        </main>
      </div>
    </Document>
  );
}

const current = (href: string, path: string) => {
  if (href === path) return "page" as const;
  return href !== office.home() && path.startsWith(`${href}/`) ? ("true" as const) : undefined;
};
