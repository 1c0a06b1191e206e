import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { takeNotice } from "#platform/web/notice.ts";
import { CsrfContext } from "#ui/form.tsx";
import { jobRoutes } from "./jobs.tsx";
import { BackOfficeLayout } from "./layout.tsx";
import { letterRoutes } from "./letters.tsx";

/** `/gestion`: the network's own desk. Each room's `routes.staff.tsx` is mounted here. */
export const backOffice = new Hono<AppEnv>()
  .use(async (c, next) => {
    c.setRenderer(async (content, { title }) => {
      const theme = await findTheme(c.get("db"));
      const notice = await takeNotice(c);
      const layout = { title, path: c.req.path, visitor: c.get("visitor"), theme, notice };
      return c.html(
        <CsrfContext.Provider value={c.get("csrf")}>
          <BackOfficeLayout {...layout} content={content} />
        </CsrfContext.Provider>,
      );
    });
    await next();
  })
  .route("/taches", jobRoutes)
  .route("/courrier", letterRoutes);
