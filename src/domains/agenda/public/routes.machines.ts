import { Hono } from "hono";
import { etag } from "hono/etag";
import { findTheme } from "#domains/network/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { atomFeed } from "#platform/web/atom.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { listPublicCalendar } from "../calendar/queries.ts";
import { calendarOf } from "../calendar/write.ts";
import { lastChanged, sessionsNear } from "./dates/rules.machines.ts";
import { findDates } from "./dates/rules.ts";
import { datesOf } from "./dates/service.ts";
import { type AgendaQuestion, agendaQuestion } from "./input.ts";
import { calendarPeriodOf, periodOf } from "./rules.ts";
import { exportColumns } from "./texts.export.ts";
import { feedEntryOf } from "./texts.feed.ts";

/** The agenda for programs: calendars, feeds, files. The same question as the list, in the same words. */
export const machineRoutes = new Hono<AppEnv>()
  .get(publicAgenda.calendar(), may(anyone), etag(), async (c) => {
    const db = c.get("replica");
    const asked = readQuery(c, agendaQuestion);
    const today = dayInParis(new Date());
    const { baseUrl } = c.get("config");
    const found = findDates(await datesOf(c), asked, calendarPeriodOf(asked.annee, today), today);
    const ids = sessionsNear(found.matched, today);
    const { shortName } = await findTheme(c.get("db"));
    const url = `${baseUrl}${publicAgenda.list()}${new URL(c.req.url).search}`;
    const text = calendarOf(await listPublicCalendar(db, ids, baseUrl), {
      name: `Agenda · ${shortName}`,
      url,
    });
    return sendCalendar(c, text, "agenda.ics");
  })
  .get(publicAgenda.feed(), may(anyone), (c) => sendFeed(c, readQuery(c, agendaQuestion), "Agenda"))
  .get(publicAgenda.catalogueFeed(), may(anyone), (c) =>
    sendFeed(c, { ...readQuery(c, agendaQuestion), quoi: "formations" }, "Formations"),
  )
  .on("GET", exportPaths(publicAgenda.list()), may(anyone), async (c) => {
    const asked = readQuery(c, agendaQuestion);
    const today = dayInParis(new Date());
    const { matched } = findDates(await datesOf(c), asked, periodOf(asked.annee, today), today);
    return exportList(c, {
      name: asked.annee ? `agenda-${asked.annee}` : "agenda",
      format: formatOf(c),
      columns: exportColumns(c.get("config").baseUrl),
      rows: matched,
    });
  });

/** Answers a calendar, named for those who keep the file. */
export const sendCalendar = (c: Request, text: string, name: string) =>
  c.body(text, 200, {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": `inline; filename="${name}"`,
    "Cache-Control": "public, max-age=300",
  });

async function sendFeed(c: Request, asked: AgendaQuestion, title: string) {
  const { baseUrl } = c.get("config");
  const today = dayInParis(new Date());
  const theme = await findTheme(c.get("db"));
  const period = asked.annee ? periodOf(asked.annee, today) : { from: null, to: null };
  const { matched } = findDates(await datesOf(c), asked, period, today);
  return atomFeed(c, {
    title: `${title} · ${theme.shortName}`,
    author: theme.name,
    page: baseUrl + (title === "Agenda" ? publicAgenda.list() : publicAgenda.catalogue()),
    entries: lastChanged(matched).map((line) => feedEntryOf(line, baseUrl)),
  });
}
