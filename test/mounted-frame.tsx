import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Notice } from "#platform/web/notice.ts";
import { CsrfContext } from "#ui/form.tsx";
import { NoticeLine } from "#ui/notice.tsx";

interface Props {
  title: string;
  token: string;
  notice: Notice | undefined;
  content: Child;
}

/** The plainest document around a page. */
export const mountedFrame = ({ title, token, notice, content }: Props) => (
  <CsrfContext.Provider value={token}>
    {raw("<!doctype html>")}
    <html lang="fr">
      <head>
        <title>{title}</title>
      </head>
      <body>
        {content ? null : (
          <form method="post" action="/jeton">
            <input type="hidden" name="csrf" value={token} />
          </form>
        )}
        {notice ? <NoticeLine notice={notice} /> : null}
        {content || <h1>{title}</h1>}
      </body>
    </html>
  </CsrfContext.Provider>
);
