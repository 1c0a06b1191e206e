import { Hono } from "hono";
import { listTerms } from "#domains/vocabularies/index.ts";
import { appointments } from "#paths/appointments.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { NotFound } from "#platform/web/errors.ts";
import { type Errors, readForm, readQuery, type Typed } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { isTokenOf, numberOf, tokenOf } from "../rules.link.ts";
import { bookAppointment, type Guest } from "./commands.booking.ts";
import { freshenCalendar } from "./commands.calendar.ts";
import { bookingForm, readSlot, slotsQuestion } from "./input.ts";
import { findCourseGuest } from "./queries.courses.ts";
import { listHosts, listHostsAt } from "./queries.hosts.ts";
import { listOffers } from "./queries.slots.ts";
import { bookOnce } from "./routes.once.ts";
import { refusals } from "./texts.ts";
import { BookingPage, bookingTitle } from "./views.booking.tsx";
import {
  type Asked,
  OpenPage,
  openLead,
  openTitle,
  SlotsPage,
  slotsTitle,
  type ThemeChoice,
} from "./views.public.tsx";

const reading = rateLimit({ count: 120, seconds: 60 });
/** A person books once or twice; a machine that fills the week is stopped. */
const writing = rateLimit({ count: 10, seconds: 600 });
const daysAPage = 8;
const farthest = 366;

/** Appointments that anyone books, without an account. */
export const bookingRoutes = new Hono<AppEnv>()
  .get("/", may(anyone), async (c) => {
    const db = c.get("db");
    const [hosts, themes] = [await listHosts(db, { listed: true }), await listTerms(db, "support_themes")];
    return c.render(<OpenPage hosts={hosts} themes={themes} />, { title: openTitle, description: openLead });
  })
  .get("/:who{[a-z0-9-]{1,60}}", may(anyone), reading, async (c) => {
    const { asked } = await askedFor(c);
    const now = new Date();
    const from = readQuery(c, slotsQuestion).apres ?? clockAt(now).day;
    const offers = await listOffers(c.get("db"), asked.hosts, { from, to: addDays(from, farthest), now });
    const days = [...new Set(offers.map(({ day }) => day))];
    const shown = offers.filter(({ day }) => days.indexOf(day) < daysAPage);
    return c.render(<SlotsPage asked={asked} offers={shown} more={days[daysAPage]} />, {
      title: slotsTitle(asked),
      description: openLead,
    });
  })
  .get("/:who{[a-z0-9-]{1,60}}/reserver", may(anyone), reading, async (c) => {
    const { asked, themes, themeId } = await askedFor(c);
    const offer = await chosen(c.get("db"), asked, c.req.query("creneau") ?? "");
    if (!offer)
      return answer(c, 409, await goneAgain(c, asked, themes, {}), {
        title: bookingTitle,
        form: true,
        unlisted: true,
      });
    return c.render(<BookingPage asked={asked} offer={offer} themes={themes} themeId={themeId} />, {
      title: bookingTitle,
      form: true,
      unlisted: true,
    });
  })
  .post("/:who{[a-z0-9-]{1,60}}/reserver", may(anyone), writing, async (c) => {
    const db = c.get("db");
    const { asked, themes, themeId } = await askedFor(c);
    const facts = { title: bookingTitle, form: true, unlisted: true };
    const read = await readForm(c, bookingForm);
    const word = read.ok ? read.value.creneau : String(read.typed["creneau"] ?? "");
    const offer = await chosen(db, asked, word);
    const errors: Errors = read.ok ? {} : read.errors;
    if (offer?.mode === "phone" && !String(read.typed["telephone"] ?? "").trim())
      errors["telephone"] ??= "Donnez votre numéro : c’est par téléphone que ce rendez-vous se tient.";
    const again = (status: 409 | 422, wrong: Errors) => {
      if (!offer)
        return goneAgain(c, asked, themes, read.typed).then((page) => answer(c, status, page, facts));
      const props = { asked, offer, themes, themeId, typed: read.typed };
      return answer(c, status, <BookingPage {...props} errors={wrong} />, facts);
    };
    if (!read.ok || errors["telephone"]) return again(422, errors);
    const now = new Date();
    const services = { db, config: c.get("config"), jobs: c.get("jobs") };
    if (offer) await freshenCalendar(services, offer.host, now);
    const guest = { ...guestOf(read.value, themeId, themes), courseId: asked.course?.id ?? null };
    const booked = await bookOnce(c, async (db) => {
      if (!offer) return { ok: false, refusal: "gone" };
      return bookAppointment(db, authorOf(c), services, { host: offer.host, slot: offer, guest, now });
    });
    if (!booked.ok && booked.refusal === "gone")
      return answer(c, 409, await goneAgain(c, asked, themes, read.typed), facts);
    if (!booked.ok) return again(422, { "": refusals[booked.refusal] });
    await leaveNotice(c, {
      text: `C’est noté. Une lettre part à ${guest.email} : elle contient le lien de cette page.`,
    });
    return c.redirect(
      appointments.mine(tokenOf(c.get("config").secret, "appointment", { id: booked.id, link: 1 })),
      303,
    );
  });

/** Whose slots the address offers, or a 404: an officer by their word, or those who receive on a theme. */
async function askedFor(
  c: Request,
): Promise<{ asked: Asked; themes: readonly ThemeChoice[]; themeId: number | null }> {
  const db = c.get("db");
  const who = c.req.param("who") ?? "";
  const themes = await listTerms(db, "support_themes");
  const theme = themes.find(({ code }) => code === who);
  const found = await listHostsAt(db, who, theme?.id ?? null);
  const own = found.find(({ slug }) => slug === who);
  const hosts = own ? [own] : found;
  if (hosts.length === 0 && !theme) throw new NotFound();
  return {
    asked: { who, title: own?.name ?? theme?.label ?? who, hosts, ...(await courseOf(c)) },
    themes,
    themeId: own ? null : (theme?.id ?? null),
  };
}

/** The course of support for which the link was given, when it goes on. */
async function courseOf(c: Request): Promise<Pick<Asked, "course">> {
  const token = c.req.query("pour") ?? "";
  const id = numberOf(token) ?? 0;
  if (!isTokenOf(c.get("config").secret, "course", token, { id, link: 1 })) return {};
  const found = await findCourseGuest(c.get("db"), id);
  return found ? { course: { id, token, subject: found.subject, organisation: found.organisation } } : {};
}

async function chosen(db: Db, { hosts }: Asked, word: string) {
  const slot = readSlot(word);
  if (!slot) return undefined;
  const { day } = clockAt(slot.startsAt);
  const offers = await listOffers(db, hosts, { from: day, to: day, now: new Date() });
  return offers.find(
    (offer) => offer.openingId === slot.openingId && offer.startsAt.getTime() === slot.startsAt.getTime(),
  );
}

/** The form again, with what was typed, and other slots to choose from. */
async function goneAgain(c: Request, asked: Asked, themes: readonly ThemeChoice[], typed: Typed) {
  const now = new Date();
  const from = clockAt(now).day;
  const others = await listOffers(c.get("db"), asked.hosts, { from, to: addDays(from, 42), now });
  return (
    <BookingPage
      asked={asked}
      others={others.slice(0, 60)}
      themes={themes}
      typed={typed}
      errors={{ creneau: refusals.gone }}
    />
  );
}

function guestOf(
  form: ReturnType<typeof bookingForm.parse>,
  themeId: number | null,
  themes: readonly ThemeChoice[],
): Guest {
  const theme = themes.find(({ id }) => id === form.theme)?.id ?? themeId;
  return {
    name: form.nom,
    email: form.courriel,
    phone: form.telephone,
    organisation: form.organisation,
    subject: form.sujet,
    message: form.message,
    themeId: theme,
  };
}
