import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { formOf, readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeMeetings } from "../access.ts";
import { listChoices } from "../queries.ts";
import { findReminder } from "../reminders/queries.ts";
import { calendarAddress, proposeFrom, readCalendarOf } from "./commands.reading.ts";
import { addCalendar, mostCalendars, removeCalendar } from "./commands.ts";
import { calendarForm, fileForm } from "./input.ts";
import { findCalendar, listCalendars, listRefused, listWaiting } from "./queries.ts";
import { entryRoutes } from "./routes.entries.tsx";
import { readingSaid, refusalTexts } from "./texts.ts";
import { CalendarsPage, type CalendarsProps, calendarsTitle } from "./views.tsx";

/** How far back a calendar is read again, in weeks. */
const weeksAgain = 4;

/** The calendars of who is asking, and what they propose to log. */
export const calendarRoutes = new Hono<AppEnv>()
  .get("/", may(writeMeetings), (c) => showCalendars(c))
  .post("/", may(writeMeetings), async (c) => {
    const db = c.get("db");
    const read = await readForm(c, calendarForm);
    if (!read.ok) return showCalendars(c, { form: "address", ...read });
    const { adresse: address, semaines: weeks, invitation: mine } = read.value;
    const name = read.value.nom || new URL(address.replace(/^webcal/i, "http")).hostname;
    let id: number | undefined;
    await once(c, db, authorOf(c), async (db) => {
      id = await addCalendar(db, authorOf(c), accountOf(c), { name, address, mine });
      return activities.calendars();
    });
    if (id === undefined && (await listCalendars(db, accountOf(c))).length >= mostCalendars)
      return showCalendars(c, {
        form: "address",
        typed: read.typed,
        errors: { adresse: `Vous avez déjà ${mostCalendars} agendas : retirez-en un d’abord.` },
      });
    const calendar = id === undefined ? undefined : await findCalendar(db, accountOf(c), id);
    if (calendar) await sayReading(c, calendar, weeks);
    return c.redirect(activities.calendars(), 303);
  })
  .post("/fichier", may(writeMeetings), async (c) => {
    const file = (await formOf(c)).get("fichier");
    const read = await readForm(c, fileForm);
    const typed = read.typed;
    const refuse = (message: string) =>
      showCalendars(c, { form: "file", typed, errors: { fichier: message } });
    if (!(file instanceof File) || file.name === "") return refuse("Choisissez un fichier .ics.");
    const reader = {
      userId: accountOf(c),
      mine: new Set([c.get("visitor").email.toLowerCase()]),
      calendarId: null,
    };
    const weeks = read.ok ? read.value.periode : 2;
    const outcome = await proposeFrom(c.get("db"), authorOf(c), reader, await file.text(), {
      weeks,
      now: new Date(),
    });
    if (!outcome.ok) return refuse(refusalTexts[outcome.refusal]);
    await leaveNotice(c, { text: readingSaid(outcome) });
    return c.redirect(activities.calendars(), 303);
  })
  .post("/:id{[0-9]+}/lecture", may(writeMeetings), async (c) => {
    const calendar = found(await findCalendar(c.get("db"), accountOf(c), idOf(c)));
    await sayReading(c, calendar, weeksAgain);
    return c.redirect(activities.calendars(), 303);
  })
  .post("/:id{[0-9]+}/suppression", may(writeMeetings), async (c) => {
    const calendar = found(await findCalendar(c.get("db"), accountOf(c), idOf(c)));
    await removeCalendar(c.get("db"), authorOf(c), accountOf(c), calendar.id);
    await leaveNotice(c, {
      text: `L’agenda « ${calendar.name} » est retiré, et son adresse oubliée. Les réunions notées restent.`,
    });
    return c.redirect(activities.calendars(), 303);
  })
  .route("/propositions", entryRoutes(showCalendars));

/** The account of who is asking: `may` let through someone who has one. */
const accountOf = (c: Request) => c.get("visitor").accountId ?? "";

async function sayReading(
  c: Request,
  calendar: NonNullable<Awaited<ReturnType<typeof findCalendar>>>,
  weeks: number,
) {
  const outcome = await readCalendarOf(c.get("db"), authorOf(c), calendar, {
    address: calendarAddress(c.get("config").baseUrl, c.get("config").insideAddresses),
    email: c.get("visitor").email,
    weeks,
    now: new Date(),
  });
  const said = outcome.ok ? readingSaid(outcome) : refusalTexts[outcome.refusal];
  await leaveNotice(c, { text: `${calendar.name} : ${said}` });
}

async function showCalendars(c: Request, sent?: CalendarsProps["sent"]) {
  const db = c.get("db");
  const page = Math.max(1, Number(c.req.query("page")) || 1);
  const account = accountOf(c);
  const [waiting, choices, calendars, refused, reminder] = await Promise.all([
    listWaiting(db, account, { page }),
    listChoices(db),
    listCalendars(db, account),
    listRefused(db, account),
    findReminder(db, account),
  ]);
  const props = { waiting, choices, calendars, refused, page, reminded: reminder?.wanted ?? true };
  const status = sent && Object.keys(sent.errors).length > 0 ? 422 : 200;
  return answer(c, status, <CalendarsPage {...props} {...(sent ? { sent } : {})} />, {
    title: calendarsTitle,
  });
}
