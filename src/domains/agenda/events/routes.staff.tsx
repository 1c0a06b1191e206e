import { Hono } from "hono";
import { findOrganisation } from "#domains/directory/index.ts";
import { dayInParis } from "#platform/dates.ts";
import { inPages } from "#platform/db/pages.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { readAgenda, writeAgenda } from "../access.ts";
import { eventQuestion } from "./input.list.ts";
import { listUnnoted } from "./noting.ts";
import { filteredEvents, searchEvents } from "./queries.list.ts";
import { listEventsOf } from "./queries.organisation.ts";
import { findEvent, listLinkedMeetings } from "./queries.ts";
import { eventEntryRoutes } from "./routes.entry.tsx";
import { eventSessionRoutes } from "./routes.sessions.tsx";
import { eventStateRoutes } from "./routes.states.tsx";
import { exportColumns } from "./texts.export.ts";
import { EventListPage, listTitle } from "./views.list.tsx";
import { PanelPage, panelTitle } from "./views.panel.tsx";
import { EventPage } from "./views.record.tsx";

/** The agenda for staff and the board: `/gestion/agenda`. */
export const eventStaffRoutes = new Hono<AppEnv>()
  .get("/agenda", may(readAgenda), async (c) => {
    const asked = readQuery(c, eventQuestion);
    const list = await searchEvents(c.get("db"), asked, dayInParis(new Date()));
    const mayWrite = writeAgenda.allows(c.get("visitor"));
    return c.render(<EventListPage list={list} asked={asked} mayWrite={mayWrite} />, {
      title: listTitle(list, asked),
    });
  })
  .on("GET", exportPaths("/agenda"), may(readAgenda), async (c) => {
    const db = c.get("db");
    const today = dayInParis(new Date());
    const asked = readQuery(c, eventQuestion);
    const list = await searchEvents(db, asked, today);
    const inYear = list.year === null ? asked : { ...asked, annee: list.year };
    return exportList(c, {
      name: listTitle(list, asked),
      format: formatOf(c),
      columns: exportColumns,
      rows: inPages(db, filteredEvents(inYear, today), { by: ["day_key", "line_key"], descending: true }),
    });
  })
  .route("/agenda", eventEntryRoutes)
  .route("/agenda", eventSessionRoutes)
  .route("/agenda", eventStateRoutes)
  .get("/agenda/organisations/:id{[0-9]+}", may(readAgenda), async (c) => {
    const organisation = found(await findOrganisation(c.get("db"), idOf(c)));
    const events = await listEventsOf(c.get("db"), organisation.id);
    return c.render(<PanelPage organisation={organisation} events={events} />, {
      title: panelTitle(organisation),
    });
  })
  .get("/agenda/:id{[0-9]+}", may(readAgenda), async (c) => {
    const event = found(await findEvent(c.get("db"), idOf(c)));
    const meetings = await listLinkedMeetings(c.get("db"), event.id);
    const mayWrite = writeAgenda.allows(c.get("visitor"));
    const unnoted = listUnnoted(event, meetings, dayInParis(new Date()));
    return c.render(<EventPage {...{ event, meetings, unnoted, mayWrite }} />, { title: event.title });
  });
