import { Hono } from "hono";
import { findOrganisation } from "#domains/directory/index.ts";
import { activities } from "#paths/activities.ts";
import { inPages } from "#platform/db/pages.ts";
import type { MeetingPart } from "#platform/meeting-part.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { isAdministrator } from "#platform/web/visitor.ts";
import { readMeetings, readNotes, writeMeetings } from "./access.ts";
import { bulkMeetingRoutes } from "./bulk/routes.staff.tsx";
import { calendarRoutes } from "./calendars/routes.staff.tsx";
import { removeMeeting, restoreMeeting } from "./commands.ts";
import { figuresRoutes } from "./figures/routes.staff.tsx";
import { meetingQuestion } from "./input.list.ts";
import { listBelongings } from "./queries.belongings.ts";
import { filteredMeetings, searchMeetings } from "./queries.list.ts";
import { listMeetingsWith } from "./queries.organisation.ts";
import { findMeeting } from "./queries.ts";
import { reminderRoutes } from "./reminders/routes.staff.tsx";
import { meetingEntryRoutes } from "./routes.entry.tsx";
import { metPeopleRoutes } from "./routes.people.tsx";
import { seriesRoutes } from "./series/routes.staff.tsx";
import { exportColumns } from "./texts.export.ts";
import { listTitle, MeetingListPage } from "./views.list.tsx";
import { PanelPage, panelTitle } from "./views.panel.tsx";
import { MeetingPage } from "./views.record.tsx";

/** The log of meetings, for staff and the board. `parts`: what the rooms above know of a meeting, shown on its record. */
export const meetingStaffRoutes = (parts: readonly MeetingPart[] = []) =>
  new Hono<AppEnv>()
    .get("/activite", may(readMeetings), async (c) => {
      const asked = readQuery(c, meetingQuestion);
      const list = await searchMeetings(c.get("db"), asked);
      const mayWrite = writeMeetings.allows(c.get("visitor"));
      return c.render(<MeetingListPage list={list} asked={asked} mayWrite={mayWrite} />, {
        title: listTitle(list, asked),
      });
    })
    .on("GET", exportPaths("/activite"), may(readMeetings), async (c) => {
      const db = c.get("db");
      const asked = readQuery(c, meetingQuestion);
      const list = await searchMeetings(db, asked);
      return exportList(c, {
        name: listTitle(list, asked),
        format: formatOf(c),
        columns: exportColumns,
        rows: inPages(db, filteredMeetings(asked, list.year), { by: ["held_on", "id"], descending: true }),
      });
    })
    .route("/activite", meetingEntryRoutes(parts))
    .route("/activite", metPeopleRoutes)
    .route("/activite/lot", bulkMeetingRoutes)
    .route("/activite/serie", seriesRoutes)
    .route("/activite/chiffres", figuresRoutes)
    .route("/activite/agendas", calendarRoutes)
    .route("/activite/rappel", reminderRoutes)
    .get("/activite/organisations/:id{[0-9]+}", may(readMeetings), async (c) => {
      const organisation = found(await findOrganisation(c.get("db"), idOf(c)));
      const meetings = await listMeetingsWith(c.get("db"), organisation.id);
      return c.render(<PanelPage organisation={organisation} meetings={meetings} />, {
        title: panelTitle(organisation),
      });
    })
    .get("/activite/:id{[0-9]+}", may(readMeetings), async (c) => {
      const meeting = found(await findMeeting(c.get("db"), idOf(c)));
      const rights = {
        mayWrite: writeMeetings.allows(c.get("visitor")),
        seesNotes: readNotes.allows(c.get("visitor")),
        seesChanges: isAdministrator(c.get("visitor")),
      };
      const belongings = await listBelongings(c.get("db"), parts, meeting.id);
      return c.render(<MeetingPage meeting={meeting} belongings={belongings} {...rights} />, {
        title: meeting.subject,
      });
    })
    .post("/activite/:id{[0-9]+}/suppression", may(writeMeetings), async (c) => {
      const meeting = found(await findMeeting(c.get("db"), idOf(c)));
      await removeMeeting(c.get("db"), authorOf(c), meeting.id, new Date());
      await leaveNotice(c, {
        text: `« ${meeting.subject} » est supprimée.`,
        undo: { action: activities.restoration(meeting.id), label: "Annuler la suppression" },
      });
      return c.redirect(activities.all(), 303);
    })
    .post("/activite/:id{[0-9]+}/retablissement", may(writeMeetings), async (c) => {
      const meeting = found(await findMeeting(c.get("db"), idOf(c)));
      await restoreMeeting(c.get("db"), authorOf(c), meeting.id);
      await leaveNotice(c, { text: "La réunion est rétablie." });
      return c.redirect(activities.one(meeting.id), 303);
    });
