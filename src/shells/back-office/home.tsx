import { Hono } from "hono";
import { meetingQuestion, searchMeetings } from "#domains/activities/index.ts";
import { announcementOf, listNextDates } from "#domains/agenda/index.ts";
import { listImports } from "#domains/imports/index.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { may } from "#platform/web/may.ts";
import { isStaff } from "#platform/web/visitor.ts";
import { readBackOffice } from "./access.ts";
import { HomePage } from "./home-page.tsx";

/** `/gestion`: what an officer looks for at nine in the morning. */
export const homeRoutes = new Hono<AppEnv>().get("/", may(readBackOffice), async (c) => {
  const db = c.get("db");
  const visitor = c.get("visitor");
  const today = dayInParis(new Date());
  const [meetings, dates, imports] = await Promise.all([
    searchMeetings(db, meetingQuestion.parse({})),
    listNextDates(db, today, 6),
    isStaff(visitor) ? listImports(db, { limit: 5, offset: 0 }) : undefined,
  ]);
  return c.render(
    <HomePage
      visitor={visitor}
      today={today}
      meetings={meetings}
      upcoming={dates.map(announcementOf)}
      imports={imports?.rows ?? []}
    />,
    { title: "Tableau de bord" },
  );
});
