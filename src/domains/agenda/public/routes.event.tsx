import { Hono } from "hono";
import { etag } from "hono/etag";
import { slugOf } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { listDepartments } from "#domains/territory/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { anyone, may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { readAgenda } from "../access.ts";
import { listPublicCalendar } from "../calendar/queries.ts";
import { calendarOf } from "../calendar/write.ts";
import type { EventPart } from "./parts.ts";
import { findEvent } from "./queries.event.ts";
import { sendCalendar } from "./routes.machines.ts";
import { descriptionOf } from "./texts.event.ts";
import { linkedDataOf } from "./texts.linked.ts";
import { EventPage } from "./views.event.tsx";

/**
 * The page of an event. A training stands at `/formations/<number>-<title>`, any other event at `/agenda/…`: an address
 * that is not the one of today, by its number, its title or its part of the site, leads there.
 */
export const eventRoutes = (parts: readonly EventPart[]) => {
  const page = async (c: Request) => {
    const db = c.get("replica");
    const { event, said } = found(await findEvent(db, idOf(c, "event"), parts));
    const right = publicAgenda.event({ ...event, slug: slugOf(event.title) });
    if (c.req.path !== right) return c.redirect(right, 301);
    const now = new Date();
    const sections = parts.flatMap((part, place) => part.draws(said[place], event, now) ?? []);
    const { name, region_code: regionCode } = await findSettings(db);
    const departments = event.sessions.some(({ longitude }) => longitude !== null)
      ? (await listDepartments(db, { regionCode })).map(({ code }) => code)
      : [];
    const { baseUrl } = c.get("config");
    return c.render(
      <EventPage
        event={event}
        sections={sections}
        departments={departments}
        now={now}
        inside={readAgenda.allows(c.get("visitor"))}
      />,
      {
        title: event.title,
        description: descriptionOf(event),
        linkedData: [linkedDataOf(event, { baseUrl, name })],
        form: sections.some(({ form }) => form),
      },
    );
  };
  return new Hono<AppEnv>()
    .get("/agenda/:file{[0-9]+(-[^/.]*)?\\.ics}", may(anyone), etag(), async (c) => {
      const db = c.get("replica");
      const { event } = found(await findEvent(db, idOf(c, "file")));
      const { baseUrl } = c.get("config");
      const slug = slugOf(event.title);
      const ids = event.sessions.map(({ id }) => id);
      const text = calendarOf(await listPublicCalendar(db, ids, baseUrl), {
        name: event.title,
        url: baseUrl + publicAgenda.event({ ...event, slug }),
      });
      return sendCalendar(c, text, `${slug}.ics`);
    })
    .get("/agenda/:event{[0-9]+(-[^/.]*)?}", may(anyone), page)
    .get("/formations/:event{[0-9]+(-[^/.]*)?}", may(anyone), page);
};
