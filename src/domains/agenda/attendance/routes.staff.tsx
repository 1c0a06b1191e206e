import { Hono } from "hono";
import { z } from "zod";
import { findSettings } from "#domains/network/index.ts";
import { registrations } from "#paths/registrations.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { keepRegistrations } from "../registrations/access.ts";
import { type Booking, findBooking } from "../registrations/queries.event.ts";
import { findRegistration } from "../registrations/queries.person.ts";
import { nameOf, slugOf } from "../registrations/texts.ts";
import { givePdf } from "./answer.ts";
import { addWalkIns, noteAttendance } from "./commands.ts";
import { listAttendance } from "./queries.ts";
import { changedMarks, readWalkIns } from "./rules.ts";
import { printSheet } from "./sheet.ts";
import { AttendancePage, attendanceTitle, EntrancePage, entranceTitle } from "./views.tsx";

const path = "/agenda/:event{[0-9]+}/presences";
const door = "/agenda/:event{[0-9]+}/entree/:id{[0-9]+}";

const attendanceForm = z.object({
  present: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  avant: z.string().default(""),
  venus: z.string().max(10_000, "Moins de lignes à la fois, s’il vous plaît.").default(""),
  venus_le: z.coerce.number().int().optional().catch(undefined),
});

/** Who was there: the screen, the sheet to sign, and the code at the entrance. */
export const attendanceStaffRoutes = new Hono<AppEnv>()
  .get(path, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const rows = await listAttendance(c.get("db"), booking.id);
    return c.render(<AttendancePage {...{ booking, rows }} today={sessionOfDay(booking)?.id} />, {
      title: attendanceTitle(booking),
    });
  })
  .post(path, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const read = await readForm(c, attendanceForm);
    const walkIns = readWalkIns(read.ok ? read.value.venus : "");
    const errors = read.ok
      ? walkIns.refused.length > 0
        ? {
            venus: `À revoir : « ${walkIns.refused.join(" », « ").slice(0, 300)} ». Écrivez : Prénom Nom, organisation, courriel.`,
          }
        : undefined
      : read.errors;
    const now = new Date();
    if (read.ok) {
      const { present, avant } = read.value;
      await noteAttendance(
        c.get("db"),
        authorOf(c),
        booking.id,
        changedMarks(avant.split(" "), present),
        now,
      );
    }
    if (errors || !read.ok) {
      const rows = await listAttendance(c.get("db"), booking.id);
      const props = { booking, rows, typed: read.typed, errors: errors ?? {} };
      return answer(c, 422, <AttendancePage {...props} today={sessionOfDay(booking)?.id} />, {
        title: attendanceTitle(booking),
      });
    }
    const open = booking.sessions.filter(({ cancelled }) => !cancelled);
    const session = open.find(({ id }) => id === read.value.venus_le) ?? sessionOfDay(booking) ?? open[0];
    if (session && walkIns.people.length > 0) {
      const added = { eventId: booking.id, sessionId: session.id, people: walkIns.people };
      await addWalkIns(c.get("db"), authorOf(c), c.get("config").secret, added, now);
    }
    await leaveNotice(c, { text: "Présences enregistrées." });
    return c.redirect(registrations.attendance(booking.id), 303);
  })
  .get(`${path}/emargement.pdf`, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const rows = await listAttendance(c.get("db"), booking.id);
    const { name } = await findSettings(c.get("db"));
    return givePdf(c, printSheet(booking, rows, name), `emargement-${slugOf(booking.title)}`);
  })
  .get(door, may(keepRegistrations), async (c) => {
    const { registration, booking, session, present } = await entranceOf(c);
    return c.render(<EntrancePage {...{ registration, booking, session, present }} />, {
      title: entranceTitle(registration),
    });
  })
  .post(door, may(keepRegistrations), async (c) => {
    const { registration, booking, session } = await entranceOf(c);
    if (session && registration.state === "confirmed") {
      const present = [{ registrationId: registration.id, sessionId: session.id }];
      await noteAttendance(c.get("db"), authorOf(c), booking.id, { present, absent: [] }, new Date());
      await leaveNotice(c, {
        text: `${nameOf(registration)} : présence notée.`,
        undo: { action: registrations.entranceUndo(booking.id, registration.id), label: "Annuler" },
      });
    }
    return c.redirect(registrations.entrance(booking.id, registration.id), 303);
  })
  .post(`${door}/retrait`, may(keepRegistrations), async (c) => {
    const { registration, booking, session } = await entranceOf(c);
    if (session) {
      const absent = [{ registrationId: registration.id, sessionId: session.id }];
      await noteAttendance(c.get("db"), authorOf(c), booking.id, { present: [], absent }, new Date());
    }
    return c.redirect(registrations.entrance(booking.id, registration.id), 303);
  });

async function bookingOf(c: Request): Promise<Booking> {
  return found(await findBooking(c.get("db"), idOf(c, "event")));
}

/** The session held today in Paris, among those that this registration is for. */
function sessionOfDay({ sessions, series }: Booking, sessionId: number | null = null) {
  const today = dayInParis(new Date());
  return sessions.find(
    ({ id, cancelled, starts_on, ends_on }) =>
      !cancelled &&
      starts_on <= today &&
      today <= (ends_on ?? starts_on) &&
      (series || sessionId === null || id === sessionId),
  );
}

async function entranceOf(c: Request) {
  const registration = found(await findRegistration(c.get("db"), idOf(c)));
  if (registration.event_id !== idOf(c, "event")) throw new NotFound();
  const booking = await bookingOf(c);
  const session = sessionOfDay(booking, registration.session_id);
  const noted =
    session &&
    (await c
      .get("db")
      .selectFrom("agenda.attendances")
      .select("state")
      .where("registration_id", "=", registration.id)
      .where("session_id", "=", session.id)
      .executeTakeFirst());
  return { registration, booking, session, present: noted?.state === "present" };
}
