import { Hono } from "hono";
import { registrations } from "#paths/registrations.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { keepRegistrations } from "../registrations/access.ts";
import { findBooking } from "../registrations/queries.event.ts";
import { findRegistration } from "../registrations/queries.person.ts";
import { nameOf } from "../registrations/texts.ts";
import { noteAttendance } from "./commands.ts";
import { findMark } from "./queries.ts";
import { sessionOfDay } from "./rules.ts";
import { EntrancePage, entranceTitle } from "./views.entrance.tsx";

const door = "/agenda/:event{[0-9]+}/entree/:id{[0-9]+}";

/** What the code of a person opens at the entrance, on a phone of the team. */
export const entranceRoutes = new Hono<AppEnv>()
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

async function entranceOf(c: Request) {
  const registration = found(await findRegistration(c.get("db"), idOf(c)));
  if (registration.event_id !== idOf(c, "event")) throw new NotFound();
  const booking = found(await findBooking(c.get("db"), registration.event_id));
  const session = sessionOfDay(booking, dayInParis(new Date()), registration.session_id);
  const mark = session && (await findMark(c.get("db"), registration.id, session.id));
  return { registration, booking, session, present: mark === "present" };
}
