import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { writeMeetings } from "./access.ts";
import { makePerson } from "./commands.people.ts";
import { findMeeting } from "./queries.ts";

/** Someone met and only named becomes a person of the directory, in one click. */
export const metPeopleRoutes = new Hono<AppEnv>().post(
  "/:id{[0-9]+}/personnes/:ligne{[0-9]+}/annuaire",
  may(writeMeetings),
  async (c) => {
    const meeting = found(await findMeeting(c.get("db"), idOf(c)));
    const line = found(meeting.people.find(({ id }) => id === idOf(c, "ligne")));
    const outcome = await makePerson(
      c.get("db"),
      authorOf(c),
      meeting,
      line,
      formatShortDay(meeting.held_on),
    );
    await leaveNotice(c, {
      text: outcome.ok
        ? `${line.typed} est dans les personnes : relisez sa fiche, et dites-lui que le réseau la connaît.`
        : `${line.typed} était déjà dans les personnes.`,
    });
    return c.redirect(activities.one(meeting.id), 303);
  },
);
