import { Hono } from "hono";
import { personalParts } from "#app/personal-data.ts";
import { keyRoutes } from "#domains/accounts/mine/routes.keys.tsx";
import { mineRoutes } from "#domains/accounts/mine/routes.member.tsx";
import { secondFactorRoutes } from "#domains/accounts/mine/routes.second-factor.tsx";
import { listSpokenFor, personalMemberRoutes } from "#domains/directory/index.ts";
import { ownCardRoutes } from "#domains/directory/proposals/routes.member.tsx";
import { findTheme } from "#domains/network/index.ts";
import { projectMemberRoutes } from "#domains/projects/routes.member.tsx";
import { office } from "#paths/office.ts";
import { formToken } from "#platform/web/csrf.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { may, signedIn } from "#platform/web/may.ts";
import { takeNotice } from "#platform/web/notice.ts";
import { sendDocument } from "#platform/web/page.ts";
import { isInside } from "#platform/web/visitor.ts";
import { CsrfContext } from "#ui/form.tsx";
import { SpaceHome } from "./home.tsx";
import { SpaceLayout } from "./layout.tsx";

/** `/espace`: what the network opens to a person. Each room's `routes.member.tsx` is mounted here. */
export const memberSpace = new Hono<AppEnv>()
  .use(async (c, next) => {
    c.setRenderer(async (content, { title }) => {
      const theme = await findTheme(c.get("db"));
      const notice = await takeNotice(c);
      return sendDocument(
        c,
        <CsrfContext.Provider value={formToken(c)}>
          <SpaceLayout
            title={title}
            visitor={c.get("visitor")}
            theme={theme}
            notice={notice}
            content={content}
          />
        </CsrfContext.Provider>,
      );
    });
    await next();
  })
  .route("/compte/double-verification", secondFactorRoutes)
  .route("/compte/cles", keyRoutes)
  .route("/compte", mineRoutes)
  .route("/organisation", ownCardRoutes)
  .route("/", personalMemberRoutes(personalParts))
  .route("/projets", projectMemberRoutes)
  .get("/", may(signedIn), async (c) => {
    const visitor = c.get("visitor");
    // Staff who come in land on their desk; they still have a space, by the link `?ici`.
    if (isInside(visitor) && c.req.query("ici") === undefined) return c.redirect(office.home(), 303);
    const organisations = await listSpokenFor(c.get("db"), visitor.accountId ?? "");
    return c.render(<SpaceHome visitor={visitor} organisations={organisations} />, { title: "Mon espace" });
  });
