import { Hono } from "hono";
import { listOffices } from "#domains/territory/index.ts";
import { appointments } from "#paths/appointments.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatDuration, formatShortDay } from "#ui/format.ts";
import { writeAppointments } from "./access.ts";
import { addOpening, changeOpening, type OpeningEntry, setOpeningRemoved } from "./commands.openings.ts";
import { type OpeningForm, openingForm } from "./input.openings.ts";
import { findOpening, type OpeningLine } from "./queries.hosts.ts";
import { ownHost } from "./routes.own.ts";
import { wordOpening } from "./texts.ts";
import { editOpeningTitle, OpeningPage, openingTitle } from "./views.opening.tsx";

/** The slots that an officer offers: their own, nobody else’s. */
export const openingRoutes = new Hono<AppEnv>()
  .get("/ouvertures", may(writeAppointments), async (c) => {
    const typed = { rythme: "semaine", semaines: "1", duree: "45 min", mode: "office" };
    return c.render(<OpeningPage offices={await openOffices(c)} typed={typed} />, { title: openingTitle });
  })
  .post("/ouvertures", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const today = clockAt(new Date()).day;
    const read = await readForm(c, openingForm(today));
    if (!read.ok)
      return answer(c, 422, <OpeningPage offices={await openOffices(c)} {...read} />, {
        title: openingTitle,
      });
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addOpening(db, authorOf(c), host.id, entryOf(read.value, today));
      return appointments.page();
    });
    await leaveNotice(c, { text: "Ces créneaux sont offerts." });
    return c.redirect(to, 303);
  })
  .get("/ouvertures/:id{[0-9]+}", may(writeAppointments), async (c) => {
    const opening = found(await findOpening(c.get("db"), (await ownHost(c)).id, idOf(c)));
    return c.render(
      <OpeningPage opening={opening} offices={await openOffices(c)} typed={openingOf(opening)} />,
      {
        title: editOpeningTitle(opening),
      },
    );
  })
  .post("/ouvertures/:id{[0-9]+}", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const opening = found(await findOpening(c.get("db"), host.id, idOf(c)));
    const offices = await openOffices(c);
    const facts = { title: editOpeningTitle(opening) };
    const read = await readForm(c, openingForm(clockAt(new Date()).day));
    if (!read.ok) return answer(c, 422, <OpeningPage opening={opening} offices={offices} {...read} />, facts);
    const at = { hostId: host.id, id: opening.id, version: read.value.version };
    if (!(await changeOpening(c.get("db"), authorOf(c), at, entryOf(read.value, opening.from_on)))) {
      const errors = {
        "": "Ces créneaux ont été changés ailleurs pendant que vous écriviez : enregistrez de nouveau pour garder ce qui suit.",
      };
      const typed = { ...read.typed, version: String(opening.version) };
      return answer(
        c,
        409,
        <OpeningPage opening={opening} offices={offices} typed={typed} errors={errors} />,
        facts,
      );
    }
    await leaveNotice(c, { text: "Créneaux enregistrés. Les rendez-vous déjà pris restent." });
    return c.redirect(appointments.page(), 303);
  })
  .post("/ouvertures/:id{[0-9]+}/suppression", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const opening = found(await findOpening(c.get("db"), host.id, idOf(c)));
    await setOpeningRemoved(c.get("db"), authorOf(c), { hostId: host.id, id: opening.id }, new Date());
    await leaveNotice(c, {
      text: `Plus offert : ${wordOpening(opening)}. Les rendez-vous déjà pris restent.`,
      undo: { action: appointments.openingRestoration(opening.id), label: "Offrir de nouveau" },
    });
    return c.redirect(appointments.page(), 303);
  })
  .post("/ouvertures/:id{[0-9]+}/retablissement", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const opening = found(await findOpening(c.get("db"), host.id, idOf(c)));
    await setOpeningRemoved(c.get("db"), authorOf(c), { hostId: host.id, id: opening.id }, null);
    await leaveNotice(c, { text: "Ces créneaux sont offerts de nouveau." });
    return c.redirect(appointments.page(), 303);
  });

const openOffices = async (c: Request) =>
  (await listOffices(c.get("db"))).filter(({ closed_on }) => closed_on === null);

const entryOf = (form: OpeningForm, fromOn: string): OpeningEntry => ({
  weekday: form.rythme === "semaine" ? (form.jour ?? null) : null,
  everyWeeks: form.rythme === "semaine" ? form.semaines : 1,
  heldOn: form.rythme === "date" ? form.date : null,
  startsAt: form.debut,
  endsAt: form.fin,
  slotMinutes: form.duree,
  mode: form.mode,
  officeId: form.mode === "office" ? (form.bureau ?? null) : null,
  place: form.mode === "elsewhere" ? form.lieu : "",
  onlineUrl: form.mode === "online" ? form.visio : "",
  fromOn: form.rythme === "date" && form.date ? form.date : (form.depuis ?? fromOn),
  toOn: form.rythme === "date" ? form.date : form.jusque,
});

const openingOf = (opening: OpeningLine): Typed => ({
  rythme: opening.held_on ? "date" : "semaine",
  jour: String(opening.weekday ?? ""),
  semaines: String(opening.every_weeks),
  date: opening.held_on ? formatShortDay(opening.held_on) : "",
  debut: opening.starts_at.slice(0, 5).replace(":", "h"),
  fin: opening.ends_at.slice(0, 5).replace(":", "h"),
  duree: formatDuration(opening.slot_minutes).replaceAll("\u00a0", " "),
  mode: opening.mode,
  bureau: String(opening.office_id ?? ""),
  lieu: opening.place,
  visio: opening.online_url,
  depuis: opening.held_on ? "" : formatShortDay(opening.from_on),
  jusque: opening.to_on && !opening.held_on ? formatShortDay(opening.to_on) : "",
});
