import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { activities } from "#paths/activities.ts";
import { appointments } from "#paths/appointments.ts";
import { support } from "#paths/support.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readAppointments, writeAppointments } from "./access.ts";
import { cancelAppointment, noteAppointment } from "./commands.changing.ts";
import { tieToCourse } from "./commands.courses.ts";
import { noteInLog } from "./commands.logging.ts";
import { courseForm } from "./input.courses.ts";
import { cancellationForm, listQuestion, notesForm, pageSize, weekQuestion } from "./input.ts";
import { listCourseChoices } from "./queries.courses.ts";
import { listHosts } from "./queries.hosts.ts";
import { findAppointment, listAppointments, searchAppointments } from "./queries.ts";
import { isHeld, mondayOf } from "./rules.slots.ts";
import { writeCalendar } from "./texts.calendar.ts";
import { AllPage, allTitle } from "./views.all.tsx";
import { AppointmentPage, recordTitle } from "./views.record.tsx";
import { WeekPage, weekTitle } from "./views.week.tsx";

/** The appointments of the team. */
export const appointmentRoutes = new Hono<AppEnv>()
  .get("/", may(readAppointments), async (c) => {
    const asked = readQuery(c, weekQuestion);
    const now = new Date();
    const monday = mondayOf(asked.semaine ?? clockAt(now).day);
    const hosts = await listHosts(c.get("db"));
    const own = hosts.find(({ account_id }) => account_id === c.get("visitor").accountId);
    const host = asked.de === "tous" ? undefined : (hosts.find(({ id }) => id === asked.de) ?? own);
    const list = await listAppointments(c.get("db"), {
      from: monday,
      to: addDays(monday, 6),
      ...(host ? { hostId: host.id } : {}),
    });
    const mayWrite = writeAppointments.allows(c.get("visitor"));
    return c.render(
      <WeekPage monday={monday} host={host} hosts={hosts} list={list} mayWrite={mayWrite} now={now} />,
      {
        title: weekTitle({ monday, host }),
      },
    );
  })
  .get("/tous", may(readAppointments), async (c) => {
    const { q, organisation, page } = readQuery(c, listQuestion);
    const found = await searchAppointments(c.get("db"), {
      ...(q ? { words: q } : {}),
      ...(organisation ? { organisation } : {}),
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    return c.render(<AllPage {...found} page={page} words={q} organisation={organisation} />, {
      title: allTitle,
    });
  })
  .get("/:id{[0-9]+}", may(readAppointments), async (c) => {
    const props = await recordOf(c);
    return c.render(<AppointmentPage {...props} />, { title: recordTitle(props.appointment) });
  })
  .get("/:id{[0-9]+}/rendez-vous.ics", may(readAppointments), async (c) => {
    const appointment = found(await findAppointment(c.get("db"), idOf(c)));
    const { name } = await findSettings(c.get("db"));
    const href = () => c.get("config").baseUrl + appointments.one(appointment.id);
    const hidden = writeAppointments.allows(c.get("visitor")) ? {} : { name: "", phone: "", message: "" };
    return c.body(writeCalendar([{ ...appointment, ...hidden }], { network: name, href, of: "host" }), 200, {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="rendez-vous-${appointment.id}.ics"`,
    });
  })
  .post("/:id{[0-9]+}/notes", may(writeAppointments), async (c) => {
    const props = await recordOf(c);
    const { id } = props.appointment;
    const read = await readForm(c, notesForm);
    const facts = { title: recordTitle(props.appointment) };
    if (!read.ok) return answer(c, 422, <AppointmentPage {...props} {...read} />, facts);
    if (!(await noteAppointment(c.get("db"), authorOf(c), id, read.value.version, read.value.notes)))
      return answer(c, 409, <AppointmentPage {...props} typed={read.typed} refusal="changed" />, facts);
    await leaveNotice(c, { text: "Notes enregistrées." });
    return c.redirect(appointments.one(id), 303);
  })
  .post("/:id{[0-9]+}/annulation", may(writeAppointments), async (c) => {
    const props = await recordOf(c);
    const { appointment } = props;
    const read = await readForm(c, cancellationForm);
    if (!read.ok)
      return answer(c, 422, <AppointmentPage {...props} {...read} />, { title: recordTitle(appointment) });
    const change = { appointment, by: "host", why: read.value.motif, now: new Date() } as const;
    await cancelAppointment(
      c.get("db"),
      authorOf(c),
      { config: c.get("config"), jobs: c.get("jobs") },
      change,
    );
    await leaveNotice(c, {
      text: appointment.email ? "Rendez-vous annulé ; une lettre part à la personne." : "Rendez-vous annulé.",
    });
    return c.redirect(appointments.one(appointment.id), 303);
  })
  .post("/:id{[0-9]+}/accompagnement", may(writeAppointments), async (c) => {
    const props = await recordOf(c);
    const { appointment, courses } = props;
    const read = await readForm(c, courseForm(courses));
    if (!read.ok || read.value.accompagnement === "new")
      return answer(c, 422, <AppointmentPage {...props} errors={wrongCourse} />, {
        title: recordTitle(appointment),
      });
    const target = read.value.accompagnement;
    await tieToCourse(c.get("db"), authorOf(c), appointment.id, target === "none" ? null : target.course);
    await leaveNotice(c, { text: "C’est noté." });
    return c.redirect(appointments.one(appointment.id), 303);
  })
  .post("/:id{[0-9]+}/journal", may(writeAppointments), async (c) => {
    const props = await recordOf(c);
    const { appointment, now } = props;
    const here = appointments.one(appointment.id);
    if (appointment.state === "cancelled") return c.redirect(here, 303);
    const facts = { title: recordTitle(appointment) };
    if (!isHeld(appointment, now))
      return answer(c, 422, <AppointmentPage {...props} refusal="early" />, facts);
    const read = await readForm(c, courseForm(props.courses));
    if (!read.ok) return answer(c, 422, <AppointmentPage {...props} errors={wrongCourse} />, facts);
    const noted = await noteInLog(c.get("db"), authorOf(c), appointment, read.value.accompagnement, now);
    await leaveNotice(c, {
      text: `Réunion notée dans le journal${noted.courseId ? " et à l’accompagnement" : ""}, avec le sujet, la durée, le lieu et l’organisation du rendez-vous.`,
      undo: { action: activities.removal(noted.meetingId), label: "Annuler" },
    });
    return c.redirect(noted.courseId ? support.one(noted.courseId) : here, 303);
  });

const wrongCourse = { accompagnement: "Choisissez un accompagnement de la liste, ou aucun." };

async function recordOf(c: Request) {
  const db = c.get("db");
  const appointment = found(await findAppointment(db, idOf(c)));
  const writes = writeAppointments.allows(c.get("visitor"));
  const themes = appointment.theme_id ? await listTerms(db, "support_themes", { retired: true }) : [];
  return {
    appointment,
    courses: writes ? await listCourseChoices(db, appointment) : [],
    theme: themes.find(({ id }) => id === appointment.theme_id)?.label,
    mayWrite: writes,
    now: new Date(),
  };
}
