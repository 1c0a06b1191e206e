import { Hono } from "hono";
import { registrations } from "#paths/registrations.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { keepRegistrations } from "./access.ts";
import { registrationColumns } from "./columns.ts";
import { register } from "./commands.register.ts";
import { listQuestion, staffForm } from "./input.ts";
import { type Booking, findBooking } from "./queries.event.ts";
import { countRegistrations, everyRegistration, listRegistrations } from "./queries.list.ts";
import { registrationGestureRoutes } from "./routes.gestures.tsx";
import { changesOf } from "./routes.person.tsx";
import { registrationRecordRoutes } from "./routes.record.tsx";
import { AddPage, addTitle } from "./views.add.tsx";
import { listTitle, RegistrationListPage } from "./views.list.tsx";

const path = "/agenda/:event{[0-9]+}/inscriptions";

/** Who comes to an event, for the team. */
export const registrationStaffRoutes = new Hono<AppEnv>()
  .get(path, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const asked = readQuery(c, listQuestion);
    const [list, counts] = await Promise.all([
      listRegistrations(c.get("db"), booking.id, asked),
      countRegistrations(c.get("db"), booking.id),
    ]);
    return c.render(<RegistrationListPage {...{ booking, list, asked }} counts={found(counts)} />, {
      title: listTitle(booking),
    });
  })
  .on("GET", exportPaths(path), may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    return exportList(c, {
      name: listTitle(booking),
      format: formatOf(c),
      columns: registrationColumns(booking),
      rows: everyRegistration(c.get("db"), booking.id, readQuery(c, listQuestion)),
    });
  })
  .get(`${path}/nouvelle`, may(keepRegistrations), async (c) =>
    c.render(<AddPage booking={await bookingOf(c)} typed={{}} />, { title: addTitle }),
  )
  .post(`${path}/nouvelle`, may(keepRegistrations), async (c) => {
    const booking = await bookingOf(c);
    const open = booking.series
      ? []
      : booking.sessions.filter(({ cancelled }) => !cancelled).map(({ id }) => id);
    const read = await readForm(c, staffForm(open));
    const again = (errors: Record<string, string>) =>
      answer(c, 422, <AddPage booking={booking} typed={{ prevenir: "", ...read.typed }} errors={errors} />, {
        title: addTitle,
      });
    if (!read.ok) return again(read.errors);
    const form = read.value;
    const post = { config: c.get("config"), jobs: c.get("jobs") };
    let refusal = "";
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const wish = {
        eventId: booking.id,
        sessionId: form.session,
        people: [{ ...changesOf(form), email: form.courriel, keep_contact: false }],
        by: "staff" as const,
        silent: form.prevenir !== "oui",
      };
      const outcome = await register(db, authorOf(c), post, wish, new Date());
      if (!outcome.ok) refusal = "Cet événement est annulé : il ne prend plus d’inscription.";
      else if (outcome.known > 0) refusal = "Cette adresse est déjà inscrite à cette date.";
      return registrations.all(booking.id);
    });
    if (refusal) return again({ "": refusal });
    await leaveNotice(c, { text: `${form.prenom} ${form.nom} est sur la liste.` });
    return c.redirect(to, 303);
  })
  .route("/", registrationGestureRoutes)
  .route("/", registrationRecordRoutes);

/** The event of the address, for the team: whatever its state. */
export async function bookingOf(c: Request): Promise<Booking> {
  return found(await findBooking(c.get("db"), idOf(c, "event")));
}
