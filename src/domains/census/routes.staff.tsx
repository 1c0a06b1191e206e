import { Hono } from "hono";
import { findOrganisation } from "#domains/directory/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { readCensus, writeCensus } from "./access.ts";
import { askingRoutes } from "./asking/routes.staff.tsx";
import { campaignEntryRoutes } from "./campaigns/routes.entry.tsx";
import { campaignRoutes } from "./campaigns/routes.staff.tsx";
import { coverageRoutes } from "./coverage/routes.staff.tsx";
import { differenceRoutes } from "./differences/routes.staff.tsx";
import { listOfOrganisation } from "./following/queries.ts";
import { followingRoutes } from "./following/routes.staff.tsx";
import { letterRoutes } from "./letters/routes.staff.tsx";
import { PanelPage, panelTitle } from "./views.panel.tsx";

/** The census as the team runs it. */
export const censusStaffRoutes = new Hono<AppEnv>()
  .route("/", campaignEntryRoutes)
  .route("/", askingRoutes)
  .route("/", letterRoutes)
  .route("/", followingRoutes)
  .route("/", differenceRoutes)
  .route("/", coverageRoutes)
  .route("/", campaignRoutes)
  .get("/organisations/:id{[0-9]+}", may(readCensus), async (c) => {
    const organisation = found(await findOrganisation(c.get("db"), idOf(c)));
    const lines = await listOfOrganisation(c.get("db"), organisation.id);
    const opens = writeCensus.allows(c.get("visitor"));
    return c.render(<PanelPage organisation={organisation} lines={lines} opens={opens} />, {
      title: panelTitle(organisation),
    });
  });
