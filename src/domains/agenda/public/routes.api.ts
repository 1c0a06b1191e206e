import { createRoute } from "@hono/zod-openapi";
import { slugOf } from "#domains/directory/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { instantAt } from "#platform/dates.clock.ts";
import { answered, apiRoutes, failure, nextPage, numberInPath } from "#platform/web/api.ts";
import type { Request } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";
import { event, eventPage, eventsQuestion } from "./input.api.ts";
import { findOpenEvent, listOpenEvents, type OpenEvent } from "./queries.api.ts";

const listRoute = createRoute({
  method: "get",
  path: "/events",
  operationId: "listEvents",
  summary: "Les événements et formations publics, par pages",
  middleware: [may(anyone)] as const,
  request: { query: eventsQuestion },
  responses: {
    200: answered("Une page d’événements, du plus petit numéro au plus grand.", eventPage),
    400: answered("La question n’est pas lisible.", failure),
  },
});

const oneRoute = createRoute({
  method: "get",
  path: "/events/{id}",
  operationId: "getEvent",
  summary: "Un événement ou une formation publics",
  middleware: [may(anyone)] as const,
  request: {
    params: numberInPath("Le numéro d’un événement est un nombre."),
  },
  responses: {
    200: answered("L’événement.", event),
    400: answered("Ce numéro n’est pas lisible.", failure),
    404: answered("Aucun événement public n’a ce numéro.", failure),
  },
});

/** `GET /events` and `GET /events/{id}`: what the public agenda shows, cancelled and moved said. */
export const eventApiRoutes = apiRoutes()
  .openapi(listRoute, async (c) => {
    const asked = c.req.valid("query");
    const { total, events } = await listOpenEvents(c.get("replica"), asked);
    const next = nextPage(c, events, asked.limit);
    return c.json({ total, next, events: events.map((one) => withAddresses(one, c)) }, 200);
  })
  .openapi(oneRoute, async (c) => {
    const found = await findOpenEvent(c.get("replica"), c.req.valid("param").id);
    return found
      ? c.json(withAddresses(found, c), 200)
      : c.json({ error: "Aucun événement public n’a ce numéro." }, 404);
  });

function withAddresses({ sessions, ...one }: OpenEvent, c: Pick<Request, "get">) {
  const { baseUrl } = c.get("config");
  const slug = slugOf(one.title);
  return {
    ...one,
    sessions: sessions.map(({ starts_clock, ends_clock, ...session }) => ({
      ...session,
      starts_at: starts_clock && instantAt(session.starts_on, starts_clock).toISOString(),
      ends_at: ends_clock && instantAt(session.ends_on, ends_clock).toISOString(),
    })),
    url: baseUrl + publicAgenda.event({ ...one, slug }),
    calendar_url: baseUrl + publicAgenda.eventCalendar(one.id, slug),
  };
}
