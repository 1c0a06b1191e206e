import type { Child } from "hono/jsx";
import { office } from "#paths/office.ts";
import type { Notice } from "#platform/web/notice.ts";
import { isStaff, type Visitor } from "#platform/web/visitor.ts";
import { Brand } from "#ui/brand.tsx";
import { Document, type Theme } from "#ui/document.tsx";
import { NoticeLine } from "#ui/notice.tsx";
import { CreateMenu, RoomList } from "./menus.tsx";

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
        <div class="office-tools">
          {isStaff(visitor) ? <CreateMenu /> : null}
          <button type="button" class="button button-quiet fold-button" popovertarget="rubriques">
            Rubriques
          </button>
        </div>
      </header>
      <div class="office-frame">
        <RoomList path={path} visitor={visitor} />
        <main id="contenu" class="office-page" tabindex={-1}>
          {notice ? <NoticeLine notice={notice} /> : null}
          {content}
        </main>
      </div>
    </Document>
  );
}
