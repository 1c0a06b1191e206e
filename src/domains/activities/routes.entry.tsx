import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, formOf as sentForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeMeetings } from "./access.ts";
import { changeMeeting, logMeeting } from "./commands.ts";
import { meetingForm } from "./input.ts";
import { settleMeeting } from "./queries.entry.ts";
import { findLastMeetingOf, findMeeting, listMeetingTypes } from "./queries.ts";
import { copyOf, entryOf, formOf, freshForm } from "./texts.form.ts";
import { EditMeetingPage, editTitle, NewMeetingPage, newTitle } from "./views.edit.tsx";
import { wordRecognised } from "./views.places.tsx";

/** Noting a meeting, and changing it. */
export const meetingEntryRoutes = new Hono<AppEnv>()
  .get("/nouvelle", may(writeMeetings), async (c) => {
    const db = c.get("db");
    const today = dayInParis(new Date());
    const [types, last] = [await listMeetingTypes(db), await findLastMeetingOf(db, authorOf(c).accountId)];
    const model = Number(c.req.query("modele"));
    const typed = model ? copyOf(found(await findMeeting(db, model)), today) : freshForm(today, last);
    return c.render(<NewMeetingPage types={types} typed={typed} last={last} />, { title: newTitle });
  })
  .post("/nouvelle", may(writeMeetings), async (c) => {
    const read = await readMeeting(c);
    if (!read.ok) return answer(c, 422, <NewMeetingPage {...read} />, { title: newTitle });
    const again = (await sentForm(c)).get("ensuite") === "autre";
    const to = await once(c, c.get("db"), authorOf(c), async (db) =>
      activities.one(await logMeeting(db, authorOf(c), read.entry)),
    );
    await sayDone(c, Number(to.split("/").at(-1)), "Réunion notée.");
    return c.redirect(again ? activities.add() : to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeMeetings), async (c) => {
    const meeting = found(await findMeeting(c.get("db"), idOf(c)));
    const types = await listMeetingTypes(c.get("db"), meeting.type_id);
    const typed = formOf(entryOf(meeting));
    return c.render(<EditMeetingPage meeting={meeting} types={types} typed={typed} />, {
      title: editTitle(meeting),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeMeetings), async (c) => {
    const db = c.get("db");
    const meeting = found(await findMeeting(db, idOf(c)));
    const read = await readMeeting(c, meeting.type_id);
    const title = editTitle(meeting);
    if (!read.ok) {
      // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
      const seen = { ...meeting, version: Number(read.typed["version"]) || meeting.version };
      return answer(c, 422, <EditMeetingPage meeting={seen} {...read} />, { title });
    }
    const outcome = await changeMeeting(db, authorOf(c), meeting.id, read.version, read.entry);
    if (!outcome.ok) {
      const saved = found(await findMeeting(db, meeting.id));
      return answer(c, 409, <EditMeetingPage meeting={saved} mine={read.entry} {...read} errors={{}} />, {
        title,
      });
    }
    await sayDone(c, meeting.id, "Modifications enregistrées.");
    return c.redirect(activities.one(meeting.id), 303);
  });

/** The form sent, understood as far as it can be: an entry to write, or what the page needs to show it again. */
async function readMeeting(c: Request, keptType?: number) {
  const db = c.get("db");
  const types = await listMeetingTypes(db, keptType);
  const ids = types.map((type) => type.id);
  const read = await readForm(c, meetingForm(dayInParis(new Date()), ids));
  if (!read.ok) return { ...read, types };
  const settled = await settleMeeting(db, read.value, read.typed);
  return { ...settled, types, typed: read.typed, version: read.value.version ?? 0 };
}

/** Says what was done and how each place was understood. */
async function sayDone(c: Request, id: number, done: string) {
  const meeting = await findMeeting(c.get("db"), id);
  const recognised = meeting ? wordRecognised(meeting) : "";
  await leaveNotice(c, { text: recognised ? `${done} Lieu reconnu : ${recognised}.` : done });
}
