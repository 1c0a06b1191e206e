import { Hono } from "hono";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { formatDay } from "#ui/format.ts";
import { readCensus } from "../access.ts";
import { findCampaign } from "../campaigns/queries.ts";
import { findSnapshot } from "../closing/queries.ts";
import { computeCoverage } from "./queries.ts";
import { CoveragePage, coverageTitle } from "./views.tsx";

/** The coverage of a campaign: as it is now, or as its closing froze it. */
export const coverageRoutes = new Hono<AppEnv>().get(
  "/:id{[0-9]+}/couverture",
  may(readCensus),
  async (c) => {
    const db = c.get("db");
    const campaign = found(await findCampaign(db, idOf(c)));
    const snapshot = campaign.state === "closed" ? await findSnapshot(db, campaign.id) : undefined;
    const coverage = snapshot?.content.coverage ?? (await computeCoverage(db, campaign.id));
    const frozenOn = snapshot && formatDay(dayInParis(snapshot.frozen_at));
    return c.render(<CoveragePage campaign={campaign} coverage={coverage} frozenOn={frozenOn} />, {
      title: coverageTitle(campaign),
    });
  },
);
