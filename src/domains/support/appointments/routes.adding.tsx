import { Hono } from "hono";
import { listOffices } from "#domains/territory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { appointments } from "#paths/appointments.ts";
import { clockAt, instantAt } from "#platform/dates.clock.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatDuration, formatShortDay } from "#ui/format.ts";
import { writeAppointments } from "./access.ts";
import { addAppointment, type Place } from "./commands.booking.ts";
import { placeAppointment } from "./commands.changing.ts";
import { type PlaceForm, placeForm, staffForm } from "./input.staff.ts";
import { findCourseGuest } from "./queries.courses.ts";
import { listHosts } from "./queries.hosts.ts";
import { wordOffice } from "./queries.slots.ts";
import { type Appointment, findAppointment } from "./queries.ts";
import { bookOnce } from "./routes.once.ts";
import { ownHost } from "./routes.own.ts";
import { refusals } from "./texts.ts";
import { AddPage, addTitle, PlacePage, placeTitle } from "./views.form.tsx";

/** Adding an appointment by hand, and moving one. */
export const addingRoutes = new Hono<AppEnv>()
  .get("/nouveau", may(writeAppointments), async (c) => {
    const own = await ownHost(c);
    const course = await courseAsked(c, c.req.query("accompagnement"));
    const typed = { avec: String(own.id), duree: "45 min", mode: "office", ...course };
    return c.render(<AddPage {...(await choices(c))} typed={typed} />, { title: addTitle });
  })
  .post("/nouveau", may(writeAppointments), async (c) => {
    const facts = { title: addTitle };
    const read = await readForm(c, staffForm(clockAt(new Date()).day));
    if (!read.ok) return answer(c, 422, <AddPage {...(await choices(c))} {...read} />, facts);
    const { value: form } = read;
    const known = await choices(c);
    if (!known.hosts.some(({ id }) => id === form.avec))
      return answer(
        c,
        422,
        <AddPage {...known} typed={read.typed} errors={{ avec: "Choisissez qui reçoit." }} />,
        facts,
      );
    const place = await placeOf(c, form);
    const guest = {
      name: form.nom,
      email: form.courriel,
      phone: form.telephone,
      organisation: form.organisation,
      subject: form.sujet,
      message: form.message,
      themeId: known.themes.find(({ id }) => id === form.theme)?.id ?? null,
      courseId: (await findCourseGuest(c.get("db"), form.accompagnement))?.id ?? null,
    };
    const added = await bookOnce(c, (db) =>
      addAppointment(db, authorOf(c), post(c), {
        hostId: form.avec,
        place,
        guest,
        letter: form.ecrire === "oui",
      }),
    );
    if (!added.ok)
      return answer(
        c,
        409,
        <AddPage {...known} typed={read.typed} errors={{ heure: refusals[added.refusal] }} />,
        facts,
      );
    await leaveNotice(c, {
      text: form.ecrire && form.courriel ? "Rendez-vous noté ; la confirmation part." : "Rendez-vous noté.",
    });
    return c.redirect(appointments.one(added.id), 303);
  })
  .get("/:id{[0-9]+}/deplacer", may(writeAppointments), async (c) => {
    const appointment = found(await findAppointment(c.get("db"), idOf(c)));
    const { offices } = await choices(c);
    return c.render(<PlacePage appointment={appointment} offices={offices} typed={asTyped(appointment)} />, {
      title: placeTitle(appointment),
    });
  })
  .post("/:id{[0-9]+}/deplacer", may(writeAppointments), async (c) => {
    const db = c.get("db");
    const appointment = found(await findAppointment(db, idOf(c)));
    const { offices } = await choices(c);
    const facts = { title: placeTitle(appointment) };
    const read = await readForm(c, placeForm(clockAt(new Date()).day));
    if (!read.ok)
      return answer(c, 422, <PlacePage appointment={appointment} offices={offices} {...read} />, facts);
    const seen = { ...appointment, version: read.value.version };
    const place = await placeOf(c, read.value);
    const outcome = await placeAppointment(db, authorOf(c), post(c), {
      appointment: seen,
      place,
      now: new Date(),
    });
    if (!outcome.ok) {
      const page = (
        <PlacePage
          appointment={appointment}
          offices={offices}
          typed={read.typed}
          errors={{ heure: refusals[outcome.refusal] }}
        />
      );
      return answer(c, 409, page, facts);
    }
    await leaveNotice(c, {
      text: appointment.email
        ? "Rendez-vous déplacé ; une lettre part à la personne."
        : "Rendez-vous déplacé.",
    });
    return c.redirect(appointments.one(appointment.id), 303);
  });

/** What a course says of who would come, to begin the form with. */
async function courseAsked(c: Request, asked: string | undefined): Promise<Typed> {
  const course = /^\d{1,12}$/.test(asked ?? "")
    ? await findCourseGuest(c.get("db"), Number(asked))
    : undefined;
  if (!course) return {};
  return {
    accompagnement: String(course.id),
    sujet: course.subject,
    organisation: course.organisation,
    nom: course.name,
    courriel: course.email,
    telephone: course.phone,
    ...(course.theme_id ? { theme: String(course.theme_id) } : {}),
    ...(course.email ? { ecrire: "oui" } : {}),
  };
}

const post = (c: Request) => ({ config: c.get("config"), jobs: c.get("jobs") });

async function choices(c: Request) {
  const db = c.get("db");
  const offices = await listOffices(db);
  return {
    hosts: await listHosts(db),
    themes: await listTerms(db, "support_themes"),
    offices: offices.filter(({ closed_on }) => closed_on === null),
  };
}

type Told = Pick<PlaceForm, "date" | "heure" | "duree" | "mode" | "bureau" | "lieu" | "visio">;

async function placeOf(c: Request, form: Told): Promise<Place> {
  const office =
    form.mode === "office"
      ? (await listOffices(c.get("db"))).find(({ id }) => id === form.bureau)
      : undefined;
  const startsAt = instantAt(form.date, form.heure);
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + form.duree * 60_000),
    mode: form.mode,
    place: office ? wordOffice(office) : form.mode === "elsewhere" ? form.lieu : "",
    communeCode: office?.commune_code ?? null,
    onlineUrl: form.mode === "online" ? form.visio : "",
  };
}

function asTyped(appointment: Appointment): Typed {
  const start = clockAt(appointment.starts_at);
  const minutes = (appointment.ends_at.getTime() - appointment.starts_at.getTime()) / 60_000;
  return {
    date: formatShortDay(start.day),
    heure: start.time.replace(":", "h"),
    duree: formatDuration(minutes).replaceAll("\u00a0", " "),
    mode: appointment.mode,
    lieu: appointment.mode === "elsewhere" ? appointment.place : "",
    visio: appointment.online_url,
  };
}
