import { Hono } from "hono";
import { agendaEmbeddedRoutes } from "#domains/agenda/index.ts";
import { listingEmbeddedRoutes } from "#domains/directory/index.ts";
import { findTheme } from "#domains/network/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { sendDocument } from "#platform/web/page.ts";
import { Document } from "#ui/document.tsx";

/** Pages inside those of other sites (`/integration/…`): no header, no foot, nobody signed in. */
export const embedded = new Hono<AppEnv>().use("/integration/*", async (c, next) => {
  c.setRenderer(async (content, facts) =>
    sendDocument(
      c,
      <Document {...facts} theme={await findTheme(c.get("db"))} script="public" bodyClass="site embedded">
        <main id="contenu" tabindex={-1}>
          {content}
        </main>
      </Document>,
    ),
  );
  await next();
});

embedded.route("/", listingEmbeddedRoutes).route("/", agendaEmbeddedRoutes);
