import type { Child } from "hono/jsx";
import { site } from "#paths/site.ts";
import type { Notice } from "#platform/web/notice.ts";
import { Document, type Theme } from "#ui/document.tsx";
import { NoticeLine } from "#ui/notice.tsx";

interface Props {
  title: string;
  theme: Theme;
  notice?: Notice;
  content: Child;
}

/** A page at the door: one thing to do, and the way back to the site. */
export function EntranceLayout({ title, theme, notice, content }: Props) {
  return (
    <Document title={title} theme={theme} script="office" bodyClass="site entrance" unlisted>
      <header class="site-bar">
        <a class="brand" href={site.home()}>
          {theme.shortName}
        </a>
      </header>
      <main id="contenu" tabindex={-1}>
        {notice ? <NoticeLine notice={notice} /> : null}
        {content}
      </main>
    </Document>
  );
}
