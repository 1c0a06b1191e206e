import { Hono } from "hono";
import { listOffices } from "#domains/territory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { appointments } from "#paths/appointments.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { tokenOf } from "../rules.link.ts";
import { writeAppointments } from "./access.ts";
import { readCalendar, setCalendar } from "./commands.calendar.ts";
import { changeHost, renewFeed } from "./commands.hosts.ts";
import { addAbsence, removeAbsence } from "./commands.openings.ts";
import { absenceForm, calendarForm, hostForm } from "./input.openings.ts";
import { type Host, listAbsences, listOpenings } from "./queries.hosts.ts";
import { ownHost } from "./routes.own.ts";
import { wordCalendarRefusal } from "./texts.ts";
import { OwnPage, pageTitle } from "./views.page.tsx";
import { SettingsPage, settingsTitle } from "./views.settings.tsx";

/** What an officer offers of their time: their own page, nobody else's. */
export const ownPageRoutes = new Hono<AppEnv>()
  .get("/", may(writeAppointments), async (c) => c.render(await ownPage(c), { title: pageTitle }))
  .get("/reglages", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const themes = await listTerms(c.get("db"), "support_themes");
    return c.render(<SettingsPage host={host} themes={themes} typed={settingsOf(host)} />, {
      title: settingsTitle,
    });
  })
  .post("/reglages", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const themes = await listTerms(c.get("db"), "support_themes");
    const facts = { title: settingsTitle };
    const read = await readForm(c, hostForm);
    if (!read.ok) return answer(c, 422, <SettingsPage host={host} themes={themes} {...read} />, facts);
    const { value: form } = read;
    const outcome = await changeHost(c.get("db"), authorOf(c), host.id, form.version, {
      slug: form.adresse,
      name: form.nom,
      presentation: form.presentation,
      themeIds: form.themes.filter((id) => themes.some((theme) => theme.id === id)),
      listed: form.annoncee === "oui",
      open: form.ouverte === "oui",
      noticeHours: form.preavis,
      horizonDays: form.horizon,
      pauseMinutes: form.pause,
    });
    if (!outcome.ok) {
      const taken = outcome.refusal === "slug";
      const errors: Errors = taken
        ? { adresse: "Cette adresse est celle d’un collègue : prenez un autre mot." }
        : {};
      const page = (
        <SettingsPage host={host} themes={themes} typed={read.typed} errors={errors} conflict={!taken} />
      );
      return answer(c, taken ? 422 : 409, page, facts);
    }
    await leaveNotice(c, { text: "Réglages enregistrés." });
    return c.redirect(appointments.page(), 303);
  })
  .post("/absences", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const read = await readForm(c, absenceForm(clockAt(new Date()).day));
    if (!read.ok) return answer(c, 422, await ownPage(c, read), { title: pageTitle });
    const { du, au, pourquoi } = read.value;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addAbsence(db, authorOf(c), host.id, { fromOn: du, toOn: au ?? du, why: pourquoi });
      return appointments.page();
    });
    await leaveNotice(c, {
      text: "Absence notée : aucun créneau n’est offert ces jours-là. Les rendez-vous déjà pris restent.",
    });
    return c.redirect(to, 303);
  })
  .post("/absences/:id{[0-9]+}/suppression", may(writeAppointments), async (c) => {
    await removeAbsence(c.get("db"), authorOf(c), (await ownHost(c)).id, idOf(c));
    await leaveNotice(c, { text: "Absence retirée." });
    return c.redirect(appointments.page(), 303);
  })
  .post("/agenda", may(writeAppointments), async (c) => {
    const host = await ownHost(c);
    const read = await readForm(c, calendarForm);
    if (!read.ok) return answer(c, 422, await ownPage(c, read), { title: pageTitle });
    await setCalendar(c.get("db"), authorOf(c), host.id, read.value.adresse);
    await leaveNotice(c, {
      text: read.value.adresse
        ? await readNow(c, host)
        : "Votre agenda n’est plus lu ; ce qui en était gardé est effacé.",
    });
    return c.redirect(appointments.page(), 303);
  })
  .post("/agenda/lecture", may(writeAppointments), async (c) => {
    await leaveNotice(c, { text: await readNow(c, await ownHost(c)) });
    return c.redirect(appointments.page(), 303);
  })
  .post("/flux", may(writeAppointments), async (c) => {
    await renewFeed(c.get("db"), authorOf(c), (await ownHost(c)).id);
    await leaveNotice(c, {
      text: "Nouvelle adresse : abonnez-y votre agenda, l’ancienne ne donne plus rien.",
    });
    return c.redirect(appointments.page(), 303);
  });

async function readNow(c: Request, host: Host): Promise<string> {
  const reading = await readCalendar({ db: c.get("db"), config: c.get("config") }, host.id, new Date());
  if (reading.ok) return `Agenda lu : il vous dit pris ${reading.periods} fois dans l’année qui vient.`;
  if (reading.refusal === "none") return "Aucune adresse d’agenda n’est donnée.";
  return `Votre agenda n’a pas pu être lu : ${wordCalendarRefusal(reading.refusal)}. Il sera essayé de nouveau ; les créneaux restent ouverts.`;
}

async function ownPage(c: Request, sent: { typed?: Typed; errors?: Errors } = {}) {
  const db = c.get("db");
  const host = await ownHost(c);
  const today = clockAt(new Date()).day;
  const { baseUrl, secret } = c.get("config");
  return (
    <OwnPage
      host={host}
      openings={await listOpenings(db, host.id, today)}
      absences={await listAbsences(db, host.id, today)}
      offices={await listOffices(db)}
      address={baseUrl + appointments.slots(host.slug)}
      feed={baseUrl + appointments.feed(tokenOf(secret, "feed", { id: host.id, link: host.feed_link }))}
      {...sent}
    />
  );
}

const settingsOf = (host: Host): Typed => ({
  nom: host.name,
  adresse: host.slug,
  presentation: host.presentation,
  themes: host.theme_ids.map(String),
  ...(host.open ? { ouverte: "oui" } : {}),
  ...(host.listed ? { annoncee: "oui" } : {}),
  preavis: String(host.notice_hours),
  horizon: String(host.horizon_days),
  pause: String(host.pause_minutes),
});
