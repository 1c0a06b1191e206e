import type { Child } from "hono/jsx";
import { site } from "#paths/site.ts";
import type { Notice } from "#platform/web/notice.ts";
import { Brand } from "#ui/brand.tsx";
import { Document, type Theme } from "#ui/document.tsx";
import { MeshDrawing } from "#ui/motif.tsx";
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
        <Brand theme={theme} href={site.home()} />
      </header>
      <main id="contenu" tabindex={-1}>
        {notice ? <NoticeLine notice={notice} /> : null}
        {content}
      </main>
      <MeshDrawing word={theme.name} width={1800} height={160} strands={3} columns={26} cover />
    </Document>
  );
}
