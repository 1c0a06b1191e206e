import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { signInRoutes, signOutRoutes } from "#domains/accounts/entrance/routes.public.tsx";
import { invitationRoutes } from "#domains/accounts/invitations/routes.public.tsx";
import { findTheme } from "#domains/network/index.ts";
import { formToken } from "#platform/web/csrf.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { takeNotice } from "#platform/web/notice.ts";
import { sendDocument } from "#platform/web/page.ts";
import { CsrfContext } from "#ui/form.tsx";
import { EntranceLayout } from "./layout.tsx";

const frame = createMiddleware<AppEnv>(async (c, next) => {
  c.setRenderer(async (content, { title }) => {
    const theme = await findTheme(c.get("db"));
    const notice = await takeNotice(c);
    return sendDocument(
      c,
      <CsrfContext.Provider value={formToken(c)}>
        <EntranceLayout title={title} theme={theme} notice={notice} content={content} />
      </CsrfContext.Provider>,
    );
  });
  await next();
});

/** The doors, `/connexion` and `/invitation`: open to all, with nothing around them but the network's name. */
export const entrance = new Hono<AppEnv>()
  .use("/connexion/*", frame)
  .use("/invitation/*", frame)
  .route("/connexion", signInRoutes)
  .route("/deconnexion", signOutRoutes)
  .route("/invitation", invitationRoutes);
