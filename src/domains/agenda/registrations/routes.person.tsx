import { Hono } from "hono";
import { registrations } from "#paths/registrations.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { listCalendarSessions } from "../calendar/queries.ts";
import { calendarOf } from "../calendar/write.ts";
import { cancelRegistration } from "./commands.cancel.ts";
import { changeRegistration, proposeOrganisations } from "./commands.change.ts";
import { sessionsOf } from "./emails.tsx";
import { changeForm } from "./input.ts";
import { findBooking } from "./queries.event.ts";
import { findByToken, type Registration } from "./queries.person.ts";
import { clockOf, isChoosable } from "./rules.opening.ts";
import { tokenOf } from "./rules.token.ts";
import { asTyped, ChangePage, changeTitle } from "./views.change.tsx";
import { MinePage, mineTitle } from "./views.person.tsx";
import { SpentPage, spentTitle } from "./views.spent.tsx";

const pace = rateLimit({ count: 300, seconds: 600 });
const mine = { unlisted: true, form: true } as const;
const link = "/agenda/inscription/:token{[0-9a-z]{9}-[A-Za-z0-9_-]{22}}";

/** What one sees and does of one's own registration, by the link of the letters. */
export const registrationPersonRoutes = new Hono<AppEnv>()
  .get(link, may(anyone), pace, async (c) => {
    const opened = await open(c);
    if (!opened) return spent(c);
    const { registration, booking, token } = opened;
    const { secret, baseUrl } = c.get("config");
    const at = (base: string, purpose: "questions" | "satisfaction") =>
      `${base}/${tokenOf(secret, registration, purpose)}`;
    return c.render(
      <MinePage
        {...opened}
        entrance={baseUrl + registrations.entrance(booking.id, registration.id)}
        proposals={await proposeOrganisations(c.get("db"), registration, { listed: true })}
        questions={
          registration.state !== "cancelled" && registration.answer_state === "open"
            ? at(registrations.questions(), "questions")
            : undefined
        }
        satisfaction={
          registration.satisfaction_state === "open"
            ? at(registrations.satisfaction(), "satisfaction")
            : undefined
        }
        token={token}
      />,
      { title: mineTitle(booking), ...mine },
    );
  })
  .get(`${link}/modifier`, may(anyone), pace, async (c) => {
    const opened = await open(c);
    if (!opened) return spent(c);
    const { registration, booking, token } = opened;
    return c.render(
      <ChangePage {...{ registration, token, title: booking.title }} typed={asTyped(registration)} />,
      {
        title: changeTitle,
        ...mine,
      },
    );
  })
  .post(`${link}/modifier`, may(anyone), pace, async (c) => {
    const opened = await open(c);
    if (!opened) return spent(c);
    const { registration, booking, token } = opened;
    const read = await readForm(c, changeForm);
    const page = { token, title: booking.title, typed: read.typed };
    if (!read.ok)
      return answer(c, 422, <ChangePage {...page} registration={registration} errors={read.errors} />, {
        title: changeTitle,
        ...mine,
      });
    const outcome = await changeRegistration(c.get("db"), authorOf(c), c.get("config").secret, registration, {
      version: read.value.version,
      chosen: read.value.choix,
      changes: changesOf(read.value),
    });
    if (!outcome.ok) {
      const now = (await open(c))?.registration ?? registration;
      return answer(c, 409, <ChangePage {...page} registration={now} overtaken />, {
        title: changeTitle,
        ...mine,
      });
    }
    await leaveNotice(c, { text: "Votre inscription est corrigée." });
    return c.redirect(registrations.mine(token), 303);
  })
  .post(`${link}/organisation`, may(anyone), pace, async (c) => {
    const opened = await open(c);
    if (!opened) return spent(c);
    const { registration, token } = opened;
    const chosen = Number((await c.req.formData()).get("choix"));
    const { given_name, family_name, phone, organisation, needs, keep_contact } = registration;
    await changeRegistration(c.get("db"), authorOf(c), c.get("config").secret, registration, {
      version: registration.version,
      chosen: Number.isSafeInteger(chosen) ? chosen : undefined,
      changes: { given_name, family_name, phone, organisation, needs, keep_contact },
    });
    return c.redirect(registrations.mine(token), 303);
  })
  .post(`${link}/annulation`, may(anyone), pace, async (c) => {
    const opened = await open(c);
    if (!opened) return spent(c);
    const { registration, token, ahead } = opened;
    if (ahead) {
      const post = { config: c.get("config"), jobs: c.get("jobs") };
      const asked = { id: registration.id, eventId: registration.event_id, by: "person" as const };
      await cancelRegistration(c.get("db"), authorOf(c), post, asked, new Date());
      await leaveNotice(c, { text: "Votre inscription est annulée. Merci de nous avoir prévenus." });
    } else await leaveNotice(c, { text: "L’événement a commencé : il n’y a plus rien à annuler." });
    return c.redirect(registrations.mine(token), 303);
  })
  .get(`${link}/agenda.ics`, may(anyone), pace, async (c) => {
    const opened = await open(c);
    if (!opened || opened.registration.state === "cancelled") throw new NotFound();
    const { registration, booking, token } = opened;
    const { baseUrl } = c.get("config");
    const own = booking.series ? null : registration.session_id;
    const ids = booking.sessions.flatMap(({ id }) => (own === null || id === own ? [id] : []));
    // Where to follow it online is for who has a place.
    const forThem = registration.state === "confirmed";
    const sessions = await listCalendarSessions(c.get("db"), ids, { baseUrl, forThem });
    const url = baseUrl + registrations.mine(token);
    return c.body(calendarOf(sessions, { name: booking.title, url }), 200, {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="inscription.ics"',
      "Cache-Control": "no-store",
    });
  });

/** What a form of change says. */
export const changesOf = (form: {
  prenom: string;
  nom: string;
  telephone: string;
  organisation: string;
  besoins: string;
  contact?: "oui" | undefined;
}) => ({
  given_name: form.prenom,
  family_name: form.nom,
  phone: form.telephone,
  organisation: form.organisation,
  needs: form.besoins,
  keep_contact: form.contact === "oui",
});

/** The registration of the link and its event; undefined when the link opens nothing. Kept by no cache. */
export async function open(c: Request) {
  c.header("Cache-Control", "no-store");
  const token = c.req.param("token") ?? "";
  const registration = await findByToken(c.get("db"), c.get("config").secret, token);
  if (!registration) return undefined;
  const booking = found(await findBooking(c.get("db"), registration.event_id));
  return { registration, booking, token, ahead: isAhead(registration, booking, new Date()) };
}

function isAhead({ session_id }: Registration, booking: Parameters<typeof sessionsOf>[0], now: Date) {
  const clock = clockOf(now);
  const coming = sessionsOf(booking, session_id);
  return coming.length === 0 || coming.some((session) => isChoosable(session, clock));
}

const spent = (c: Request) => answer(c, 404, <SpentPage />, { title: spentTitle, unlisted: true });
