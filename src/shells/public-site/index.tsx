import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import { formToken } from "#platform/web/csrf.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { takeNotice } from "#platform/web/notice.ts";
import { sendDocument } from "#platform/web/page.ts";
import { CsrfContext } from "#ui/form.tsx";
import { embedded } from "./embedded.tsx";
import { PublicLayout } from "./layout.tsx";
import { machines } from "./machines.ts";
import { pages } from "./pages.tsx";
import { pictureRoutes } from "./pictures.ts";
import { rooms } from "./rooms.ts";

/** `/`: the network as everyone sees it. Each room's `routes.public.tsx` is mounted here. */
export const publicSite = new Hono<AppEnv>().use(async (c, next) => {
  c.setRenderer(async (content, facts) => {
    const theme = await findTheme(c.get("db"));
    const notice = await takeNotice(c);
    const canonical = c.get("config").baseUrl + c.req.path;
    return sendDocument(
      c,
      <CsrfContext.Provider value={facts.form || notice?.undo ? formToken(c) : ""}>
        <PublicLayout
          facts={facts}
          path={c.req.path}
          canonical={canonical}
          visitor={c.get("visitor")}
          theme={theme}
          notice={notice}
          content={content}
        />
      </CsrfContext.Provider>,
    );
  });
  await next();
});

publicSite
  .route("/", embedded)
  .route("/", pages)
  .route("/", machines)
  .route("/", pictureRoutes)
  .route("/", rooms);
