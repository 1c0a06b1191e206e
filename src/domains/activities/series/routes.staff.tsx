import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { writeMeetings } from "../access.ts";
import { findMeeting } from "../queries.ts";
import { entryOf } from "../texts.form.ts";
import { removeSeries, repeatMeeting } from "./commands.ts";
import { seriesForm, seriesQuestion } from "./input.ts";
import { listNotedDays } from "./queries.ts";
import { proposedDates } from "./rules.ts";
import { SeriesPage, seriesTitle } from "./views.tsx";

/** Meetings that come back: their dates proposed, then all noted at once, and taken back at once. */
export const seriesRoutes = new Hono<AppEnv>()
  .get("/", may(writeMeetings), async (c) => {
    const { modele, rythme: rhythm, jusqu: until } = readQuery(c, seriesQuestion(dayInParis(new Date())));
    const meeting = found(await findMeeting(c.get("db"), modele ?? 0));
    const from = meeting.held_on;
    const noted = until?.day
      ? await listNotedDays(c.get("db"), meeting.subject, from, until.day)
      : new Set<string>();
    const dates = until?.day ? proposedDates({ from, rhythm, until: until.day }, noted) : [];
    return c.render(<SeriesPage {...{ meeting, rhythm, until, dates }} />, { title: seriesTitle(meeting) });
  })
  .post("/", may(writeMeetings), async (c) => {
    const db = c.get("db");
    const read = await readForm(c, seriesForm(dayInParis(new Date())));
    const meeting = found(await findMeeting(db, Number(read.typed["modele"]) || 0));
    if (!read.ok) {
      const dates = [read.typed["dates"] ?? []].flat().filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
      const page = {
        meeting,
        rhythm: "semaine" as const,
        until: undefined,
        dates: dates.map((day) => ({ day })),
      };
      return answer(c, 422, <SeriesPage {...page} typed={read.typed} errors={read.errors} />, {
        title: seriesTitle(meeting),
      });
    }
    const { dates: days, participants } = read.value;
    let series: string | undefined;
    const to = await once(c, db, authorOf(c), async (db) => {
      series = await repeatMeeting(db, authorOf(c), entryOf(meeting), { days, participants });
      return activities.all();
    });
    if (series)
      await leaveNotice(c, {
        text: `${plural(days.length, "réunion notée", "réunions notées")}.`,
        undo: { action: activities.seriesRemoval(series), label: "Les retirer toutes" },
      });
    return c.redirect(to, 303);
  })
  .post("/:serie{[0-9a-f-]{36}}/suppression", may(writeMeetings), async (c) => {
    const count = await removeSeries(c.get("db"), authorOf(c), c.req.param("serie"), new Date());
    await leaveNotice(c, {
      text:
        count === 0
          ? "Ces réunions étaient déjà supprimées, ou ont changé depuis : rien n’a changé."
          : `${plural(count, "réunion retirée", "réunions retirées")}.`,
    });
    return c.redirect(activities.all(), 303);
  });
