import type { Child } from "hono/jsx";
import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import { site } from "#paths/site.ts";
import type { Notice } from "#platform/web/notice.ts";
import { isInside, type Visitor } from "#platform/web/visitor.ts";
import { Brand } from "#ui/brand.tsx";
import { Document, type Theme } from "#ui/document.tsx";
import { ActionForm } from "#ui/form.tsx";
import { NoticeLine } from "#ui/notice.tsx";

interface Props {
  title: string;
  visitor: Visitor;
  theme: Theme;
  notice?: Notice;
  content: Child;
}

/** The personal space around a page: who one is, the way out, the page. */
export function SpaceLayout({ title, visitor, theme, notice, content }: Props) {
  return (
    <Document title={title} theme={theme} script="office" bodyClass="site space" unlisted>
      <header class="site-bar">
        <Brand theme={theme} href={site.home()} />
        <nav class="site-nav" aria-label="Mon espace">
          <ul>
            {isInside(visitor) ? (
              <li>
                <a href={office.home()}>Gestion</a>
              </li>
            ) : null}
            <li>
              <a href={`${office.space()}?ici`}>Mon espace</a>
            </li>
            <li>
              <a href={accounts.mine()}>Mon compte</a>
            </li>
            <li>
              <ActionForm action={accounts.signOut()} label="Se déconnecter" />
            </li>
          </ul>
        </nav>
      </header>
      <main id="contenu" tabindex={-1}>
        {notice ? <NoticeLine notice={notice} /> : null}
        {content}
      </main>
    </Document>
  );
}
