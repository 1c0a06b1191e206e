import { Hono } from "hono";
import { publicAgenda } from "#paths/public-agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { catalogueOf } from "./dates/rules.catalogue.ts";
import { datesOf } from "./dates/service.ts";
import { catalogueQuestion } from "./input.ts";
import { CataloguePage, catalogueLead, catalogueTitle } from "./views.catalogue.tsx";

/** `/formations`: what the network teaches, and when. */
export const catalogueRoutes = new Hono<AppEnv>().get(publicAgenda.catalogue(), may(anyone), async (c) => {
  const asked = readQuery(c, catalogueQuestion);
  const catalogue = catalogueOf(await datesOf(c), asked, dayInParis(new Date()));
  return c.render(<CataloguePage catalogue={catalogue} asked={asked} />, {
    title: catalogueTitle,
    description: catalogueLead,
    feed: publicAgenda.catalogueFeed(),
    unlisted: new URL(c.req.url).search !== "",
  });
});
