import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import { formToken } from "#platform/web/csrf.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { Forbidden, SignInNeeded } from "#platform/web/errors.ts";
import { takeNotice } from "#platform/web/notice.ts";
import { sendDocument } from "#platform/web/page.ts";
import { isInside, isSignedIn } from "#platform/web/visitor.ts";
import { CsrfContext } from "#ui/form.tsx";
import { BackOfficeLayout } from "./layout.tsx";
import { rooms } from "./rooms.ts";

/** `/gestion`: the network's own desk, which frames the pages of its rooms. */
export const backOffice = new Hono<AppEnv>()
  .use(async (c, next) => {
    const visitor = c.get("visitor");
    if (!isInside(visitor)) throw isSignedIn(visitor) ? new Forbidden() : new SignInNeeded();
    c.setRenderer(async (content, { title }) => {
      const theme = await findTheme(c.get("db"));
      const notice = await takeNotice(c);
      const layout = { title, path: c.req.path, visitor, theme, notice };
      return sendDocument(
        c,
        <CsrfContext.Provider value={formToken(c)}>
          <BackOfficeLayout {...layout} content={content} />
        </CsrfContext.Provider>,
      );
    });
    await next();
  })
  .route("/", rooms);
