import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { registrations } from "#paths/registrations.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, readForm, readQuery, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { keepRegistrations } from "../registrations/access.ts";
import { type Booking, findBooking } from "../registrations/queries.event.ts";
import { slugOf } from "../registrations/texts.ts";
import { givePdf } from "./answer.ts";
import { noteEveryone, takeEveryoneBack } from "./commands.all.ts";
import { addWalkIns, noteAttendance } from "./commands.ts";
import {
  type AttendanceQuestion,
  attendanceQuestion,
  everyoneBack,
  marksForm,
  walkInsForm,
} from "./input.ts";
import { countAttendance, listAttendance, listEveryone } from "./queries.ts";
import { changedMarks, oneSession, readWalkIns, sessionOfDay } from "./rules.ts";
import { printSheet } from "./sheet.ts";
import { AttendancePage, attendanceTitle } from "./views.tsx";

const path = "/agenda/:event{[0-9]+}/presences";

/** Who was there: the screen, and the sheet to sign. */
export const attendanceScreenRoutes = new Hono<AppEnv>()
  .get(path, may(keepRegistrations), async (c) =>
    show(c, await bookingOf(c), readQuery(c, attendanceQuestion)),
  )
  .post(path, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const now = new Date();
    const sent = await readForm(c, marksForm);
    const { present, avant, ici, geste, ...question } = sent.ok ? sent.value : marksForm.parse({});
    // What was checked is kept, whatever else is asked or refused: another page, a search, a line to mend.
    const marks = changedMarks(avant.split(" "), present);
    await noteAttendance(c.get("db"), authorOf(c), booking.id, marks, now);
    const asked = { ...question, page: geste === "chercher" ? undefined : (question.page ?? ici) };
    const read = await readForm(c, walkInsForm);
    const walkIns = readWalkIns(read.ok ? read.value.venus : "");
    if (!read.ok) return show(c, booking, asked, read);
    if (walkIns.refused.length > 0)
      return show(c, booking, asked, { typed: read.typed, errors: { venus: refusedLines(walkIns.refused) } });
    const open = booking.sessions.filter(({ cancelled }) => !cancelled);
    const session =
      open.find(({ id }) => id === read.value.venus_le) ??
      oneSession(booking, asked.date) ??
      sessionToday(booking) ??
      open[0];
    if (session) {
      const added = { eventId: booking.id, sessionId: session.id, people: walkIns.people };
      await addWalkIns(c.get("db"), authorOf(c), c.get("config").secret, added, now);
    }
    const to = withQuery(registrations.attendance(booking.id), {
      ...asked,
      page: asked.page === 1 ? undefined : asked.page,
    });
    const all = geste === "tous" ? oneSession(booking, asked.date) : undefined;
    if (all) {
      const meant = { eventId: booking.id, sessionId: all.id, asked };
      const count = await noteEveryone(c.get("db"), authorOf(c), meant, now);
      const undo = { action: registrations.everyoneBack(booking.id, all.id, now), label: "Annuler" };
      await leaveNotice(c, {
        text: `${plural(count, "personne notée présente", "personnes notées présentes")}.`,
        ...(count > 0 ? { undo } : {}),
      });
    } else if (!geste || marks.present.length + marks.absent.length + walkIns.people.length > 0)
      await leaveNotice(c, { text: "Présences enregistrées." });
    return c.redirect(to, 303);
  })
  .post(`${path}/tous/retrait`, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const { date: sessionId, a: notedAt } = readQuery(c, everyoneBack);
    const meant = { eventId: booking.id, sessionId, notedAt };
    const count = await takeEveryoneBack(c.get("db"), authorOf(c), meant, new Date());
    await leaveNotice(c, { text: `${plural(count, "présence retirée", "présences retirées")}.` });
    return c.redirect(registrations.attendance(booking.id), 303);
  })
  .get(`${path}/emargement.pdf`, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const rows = await listEveryone(c.get("db"), booking.id);
    const { name } = await findSettings(c.get("db"));
    return givePdf(c, printSheet(booking, rows, name), `emargement-${slugOf(booking.title)}`);
  });

const bookingOf = async (c: Request) => found(await findBooking(c.get("db"), idOf(c, "event")));
const sessionToday = (booking: Booking) => sessionOfDay(booking, dayInParis(new Date()));

const refusedLines = (lines: readonly string[]) =>
  `À revoir : « ${lines.join(" », « ").slice(0, 300)} ». Écrivez : Prénom Nom, organisation, courriel.`;

async function show(
  c: Request,
  booking: Booking,
  asked: AttendanceQuestion,
  sent?: { typed: Typed; errors: Errors },
) {
  const db = c.get("db");
  const session = oneSession(booking, asked.date);
  const question = { ...asked, date: session?.id };
  const [list, counts] = await Promise.all([
    listAttendance(db, booking.id, question),
    countAttendance(db, booking.id),
  ]);
  const props = { booking, list, counts, asked: question, today: sessionToday(booking)?.id };
  return answer(c, sent ? 422 : 200, <AttendancePage {...props} {...sent} />, {
    title: attendanceTitle(booking),
  });
}
