import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { appointments } from "#paths/appointments.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { isTokenOf, numberOf } from "../rules.link.ts";
import { cancelAppointment, moveAppointment } from "./commands.changing.ts";
import { cancellationForm, moveForm, readSlot } from "./input.ts";
import { findHost } from "./queries.hosts.ts";
import { listOffers } from "./queries.slots.ts";
import { type Appointment, findAppointment, listFeed } from "./queries.ts";
import { writeCalendar } from "./texts.calendar.ts";
import { refusals, wordWhen } from "./texts.ts";
import { MinePage, MovePage, mineTitle, moveTitle } from "./views.guest.tsx";

const reading = rateLimit({ count: 60, seconds: 60 });
const calendarType = { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store" };

/** What a personal link opens: an appointment for who booked it, a calendar for the officer. */
export const guestRoutes = new Hono<AppEnv>()
  .get("/mien/:token{[\\w-]{20,40}}", may(anyone), reading, (c) =>
    withMine(c, (appointment, token) =>
      c.render(<MinePage appointment={appointment} token={token} now={new Date()} />, facts(appointment)),
    ),
  )
  .get("/mien/:token{[\\w-]{20,40}}/rendez-vous.ics", may(anyone), reading, (c) =>
    withMine(c, async (appointment, token) => {
      const { name } = await findSettings(c.get("db"));
      const href = () => c.get("config").baseUrl + appointments.mine(token);
      return c.body(writeCalendar([appointment], { network: name, href, of: "guest" }), 200, {
        ...calendarType,
        "Content-Disposition": 'attachment; filename="rendez-vous.ics"',
      });
    }),
  )
  .get("/mien/:token{[\\w-]{20,40}}/deplacer", may(anyone), reading, (c) =>
    withMine(c, async (appointment, token) =>
      c.render(
        <MovePage appointment={appointment} token={token} offers={await otherOffers(c, appointment)} />,
        moveFacts,
      ),
    ),
  )
  .post("/mien/:token{[\\w-]{20,40}}/deplacer", may(anyone), reading, (c) =>
    withMine(c, async (appointment, token) => {
      const read = await readForm(c, moveForm);
      const slot = read.ok ? readSlot(read.value.creneau) : undefined;
      const host = found(await findHost(c.get("db"), appointment.host_id));
      const outcome = slot
        ? await moveAppointment(c.get("db"), authorOf(c), post(c), {
            appointment,
            host,
            slot,
            now: new Date(),
          })
        : undefined;
      if (!outcome?.ok) {
        const message = outcome
          ? refusals[outcome.refusal]
          : read.ok
            ? refusals.gone
            : read.errors["creneau"];
        const offers = await otherOffers(c, appointment);
        const page = (
          <MovePage
            appointment={appointment}
            token={token}
            offers={offers}
            errors={{ creneau: message ?? refusals.gone }}
          />
        );
        return answer(c, outcome ? 409 : 422, page, moveFacts);
      }
      const moved = found(await findAppointment(c.get("db"), appointment.id));
      await leaveNotice(c, {
        text: `Déplacé au ${wordWhen({ startsAt: moved.starts_at, endsAt: moved.ends_at })}.`,
      });
      return c.redirect(appointments.mine(token), 303);
    }),
  )
  .post("/mien/:token{[\\w-]{20,40}}/annulation", may(anyone), reading, (c) =>
    withMine(c, async (appointment, token) => {
      const read = await readForm(c, cancellationForm);
      const page = { appointment, token, now: new Date() };
      if (!read.ok) return answer(c, 422, <MinePage {...page} errors={read.errors} />, facts(appointment));
      const change = { appointment, by: "guest", why: read.value.motif, now: new Date() } as const;
      const outcome = await cancelAppointment(c.get("db"), authorOf(c), post(c), change);
      if (!outcome.ok)
        return answer(c, 409, <MinePage {...page} refusal={outcome.refusal} />, facts(appointment));
      await leaveNotice(c, {
        text: "Le rendez-vous est annulé ; la personne qui vous attendait est prévenue.",
      });
      return c.redirect(appointments.mine(token), 303);
    }),
  )
  .get("/agenda/:file{[\\w-]{20,40}\\.ics}", may(anyone), reading, async (c) => {
    const token = (c.req.param("file") ?? "").replace(/\.ics$/, "");
    const host = found(await findHost(c.get("db"), numberOf(token) ?? 0));
    const { secret, baseUrl } = c.get("config");
    if (!isTokenOf(secret, "feed", token, { id: host.id, link: host.feed_link })) throw new NotFound();
    const { name: network } = await findSettings(c.get("db"));
    const list = await listFeed(c.get("db"), host.id, new Date());
    const href = ({ id }: Appointment) => baseUrl + appointments.one(id);
    const body = writeCalendar(list, { network, name: `Rendez-vous de ${host.name}`, href, of: "host" });
    return c.body(body, 200, calendarType);
  });

const facts = (appointment: Appointment) => ({ title: mineTitle(appointment), form: true, unlisted: true });
const moveFacts = { title: moveTitle, form: true, unlisted: true };
const post = (c: Request) => ({ config: c.get("config"), jobs: c.get("jobs") });

/** The appointment that a personal link opens, or a 404. */
async function withMine(
  c: Request,
  page: (appointment: Appointment, token: string) => Response | Promise<Response>,
) {
  const token = c.req.param("token") ?? "";
  const appointment = found(await findAppointment(c.get("db"), numberOf(token) ?? 0));
  if (!isTokenOf(c.get("config").secret, "appointment", token, appointment)) throw new NotFound();
  return page(appointment, token);
}

async function otherOffers(c: Request, appointment: Appointment) {
  const host = found(await findHost(c.get("db"), appointment.host_id));
  const now = new Date();
  const from = clockAt(now).day;
  if (!host.open || appointment.state !== "booked" || appointment.starts_at <= now) return [];
  const offers = await listOffers(c.get("db"), [host], {
    from,
    to: addDays(from, 60),
    now,
    except: appointment.id,
  });
  return offers
    .filter(({ startsAt }) => startsAt.getTime() !== appointment.starts_at.getTime())
    .slice(0, 100);
}
