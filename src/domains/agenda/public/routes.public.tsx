import { Hono } from "hono";
import { publicAgenda } from "#paths/public-agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { labelsOf } from "./dates/queries.labels.ts";
import { agendaOf, monthAgendaOf } from "./dates/rules.agenda.ts";
import { datesOf } from "./dates/service.ts";
import { agendaQuestion } from "./input.ts";
import type { EventPart } from "./parts.ts";
import { catalogueRoutes } from "./routes.catalogue.tsx";
import { embeddingRoutes } from "./routes.embedded.tsx";
import { eventRoutes } from "./routes.event.tsx";
import { machineRoutes } from "./routes.machines.ts";
import { readMonth } from "./rules.ts";
import { ofMonth } from "./texts.ts";
import { AgendaPage, listLead, listTitle } from "./views.list.tsx";
import { MonthPage } from "./views.month.tsx";

/** `/agenda` and `/formations`, as everyone sees them; `parts` are what others say on the page of an event. */
export const agendaPublicRoutes = ({ parts }: { parts: readonly EventPart[] }) =>
  new Hono<AppEnv>()
    .get(publicAgenda.list(), may(anyone), async (c) => {
      const asked = readQuery(c, agendaQuestion);
      const today = dayInParis(new Date());
      const dates = await datesOf(c);
      const agenda = agendaOf(dates, asked, await labelsOf(c.get("replica"), dates, asked), today);
      return c.render(<AgendaPage agenda={agenda} asked={asked} today={today} />, {
        title: listTitle,
        description: listLead,
        feed: publicAgenda.feed(),
        unlisted: new URL(c.req.url).search !== "",
      });
    })
    .get("/agenda/mois/:month", may(anyone), async (c) => {
      const month = found(readMonth(c.req.param("month")));
      const { annee: _, page: __, ...asked } = readQuery(c, agendaQuestion);
      const today = dayInParis(new Date());
      const dates = await datesOf(c);
      const labels = await labelsOf(c.get("replica"), dates, asked);
      const agenda = monthAgendaOf(dates, month, asked, labels, today);
      return c.render(<MonthPage month={month} agenda={agenda} asked={asked} today={today} />, {
        title: listTitle,
        description: `Les dates ${ofMonth(month)}. ${listLead}`,
        feed: publicAgenda.feed(),
        unlisted: new URL(c.req.url).search !== "",
      });
    })
    .route("/", machineRoutes)
    .route("/", embeddingRoutes)
    .route("/", catalogueRoutes)
    .route("/", eventRoutes(parts));
