import { Hono } from "hono";
import type { TimelinePart } from "#platform/timeline.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { readDirectory } from "../access.ts";
import { findName } from "../queries.name.ts";
import { pageSize, panelSize, question } from "./input.ts";
import { directoryTimeline } from "./parts.ts";
import { readTimeline } from "./queries.ts";
import { TimelinePage, TimelinePanelPage, timelineTitle } from "./views.tsx";

/** `/gestion/annuaire/:id/chronologie`: an organisation's line of time, from what the rooms above hand (`given`) and our own. */
export function timelineStaffRoutes(given: readonly TimelinePart[]) {
  const parts = [...given, ...directoryTimeline];
  return new Hono<AppEnv>().get("/", may(readDirectory), async (c) => {
    const db = c.get("db");
    const organisation = found(await findName(db, idOf(c)));
    const asked = readQuery(c, question);
    const title = timelineTitle(organisation);
    const panel = asked.apercu !== undefined;
    const timeline = await readTimeline(db, parts, organisation.id, {
      room: asked.piece,
      after: asked.avant,
      size: panel ? panelSize : pageSize,
    });
    const facts = { organisation, parts, timeline };
    return c.render(panel ? <TimelinePanelPage {...facts} /> : <TimelinePage {...facts} asked={asked} />, {
      title,
    });
  });
}
