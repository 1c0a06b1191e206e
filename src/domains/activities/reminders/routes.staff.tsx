import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { formOf } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { writeMeetings } from "../access.ts";
import { chooseReminder } from "./commands.ts";

/** Each of the team says whether they want the reminder of Friday. */
export const reminderRoutes = new Hono<AppEnv>().post("/", may(writeMeetings), async (c) => {
  const wanted = (await formOf(c)).get("voulu") !== "non";
  await chooseReminder(c.get("db"), authorOf(c), c.get("visitor").accountId ?? "", wanted);
  await leaveNotice(c, {
    text: wanted ? "Vous recevrez le rappel du vendredi." : "Vous ne recevrez plus le rappel du vendredi.",
  });
  return c.redirect(activities.calendars(), 303);
});
