import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { labelsOf } from "./dates/queries.labels.ts";
import { agendaOf } from "./dates/rules.agenda.ts";
import { datesOf } from "./dates/service.ts";
import { agendaQuestion } from "./input.ts";
import { EmbeddedAgenda, EmbeddingPage, embeddingTitle } from "./views.embed.tsx";

async function read(c: Request) {
  const asked = readQuery(c, agendaQuestion);
  const dates = await datesOf(c);
  const labels = await labelsOf(c.get("replica"), dates, asked);
  return { asked, agenda: agendaOf(dates, asked, labels, dayInParis(new Date())) };
}

/** The page that gives the code to copy, and the addresses to subscribe to. */
export const embeddingRoutes = new Hono<AppEnv>().get(publicAgenda.embedding(), may(anyone), async (c) => {
  const { baseUrl } = c.get("config");
  return c.render(<EmbeddingPage {...(await read(c))} baseUrl={baseUrl} />, {
    title: embeddingTitle,
    description: "S’abonner à l’agenda du réseau depuis son calendrier, ou le montrer sur un autre site.",
    unlisted: new URL(c.req.url).search !== "",
  });
});

/** The agenda inside the page of another site. */
export const agendaEmbeddedRoutes = new Hono<AppEnv>().get(
  publicAgenda.embeddedList(),
  may(anyone),
  async (c) => {
    const title = `L’agenda : ${(await findTheme(c.get("db"))).shortName}`;
    return c.render(<EmbeddedAgenda {...(await read(c))} title={title} />, { title, unlisted: true });
  },
);
