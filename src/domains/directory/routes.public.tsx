import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import { directory } from "#paths/directory.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { atomFeed } from "#platform/web/atom.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { cardColumns } from "./card/columns.ts";
import type { CardPart } from "./card/parts.ts";
import { withCards } from "./card/queries.many.ts";
import { cardRoutes } from "./card/routes.public.tsx";
import { listFields } from "./fields/queries.ts";
import { publicColumns } from "./listing/columns.ts";
import { publicQuestion } from "./listing/input.ts";
import { everyOrganisation } from "./listing/queries.ts";
import { listingPublicRoutes } from "./listing/routes.public.tsx";
import { listNewest } from "./queries.ts";
import { slugOf } from "./rules.ts";

/**
 * The public directory: only organisations that are listed and published, with what each lets everyone see. The shell
 * gives what the rooms above say of an organisation on its card.
 */
export function directoryPublicRoutes({ parts = [] }: { parts?: readonly CardPart[] } = {}) {
  return new Hono<AppEnv>()
    .route("/", listingPublicRoutes)
    .on("GET", exportPaths("/acteurs"), may(anyone), async (c) => {
      const db = c.get("replica");
      const fields = await listFields(db);
      return exportList(c, {
        name: "acteurs",
        format: formatOf(c),
        columns: [...publicColumns(c.get("config").baseUrl), ...cardColumns(fields)],
        rows: withCards(db, everyOrganisation(db, "public", readQuery(c, publicQuestion))),
      });
    })
    .get("/acteurs.atom", may(anyone), async (c) => {
      const { baseUrl } = c.get("config");
      const theme = await findTheme(c.get("db"));
      const newest = await listNewest(c.get("replica"), 30);
      return atomFeed(c, {
        title: `Nouveaux acteurs · ${theme.shortName}`,
        author: theme.name,
        page: baseUrl + directory.publicList(),
        entries: newest.map(({ id, name, listed_at, ...facts }) => ({
          title: name,
          url: baseUrl + directory.publicCard(id, slugOf(name)),
          updated: listed_at,
          summary: [facts.actor_type, facts.commune ?? facts.department, facts.description]
            .filter(Boolean)
            .join(", "),
        })),
      });
    })
    .route("/", cardRoutes(parts));
}
