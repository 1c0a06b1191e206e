import { Hono } from "hono";
import { registrations } from "#paths/registrations.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { formOf, readForm, type Typed } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { register } from "./commands.register.ts";
import { mostPeople, registrationForm } from "./input.ts";
import { type Booking, findBooking } from "./queries.event.ts";
import { clockOf, isChoosable, openingOf } from "./rules.opening.ts";
import { tokenOf } from "./rules.token.ts";
import { slugOf } from "./texts.ts";
import { ClosedFormPage, closedTitle, KnownPage, knownTitle } from "./views.closed.tsx";
import { formTitle, RegistrationFormPage } from "./views.form.tsx";

/** A classroom behind one address registers in a few minutes; a machine is stopped. */
const pace = rateLimit({ count: 60, seconds: 600 });
const form = { unlisted: true, form: true } as const;

/** Registering, without an account. */
export const registrationPublicRoutes = new Hono<AppEnv>()
  .get(registrations.known(), may(anyone), (c) =>
    c.render(<KnownPage />, { title: knownTitle, unlisted: true }),
  )
  .get("/agenda/:event{[0-9]+(-[^/]*)?}/inscription", may(anyone), async (c) => {
    const booking = await bookingOf(c);
    const path = registrations.form(booking.id, slugOf(booking.title));
    if (c.req.path !== path) return c.redirect(path + new URL(c.req.url).search, 301);
    const standing = standingOf(booking);
    if (standing.opening.is !== "open") return refuse(c, 200, booking);
    const session = c.req.query("session") ?? "";
    const typed: Typed = session ? { session } : {};
    return c.render(
      <RegistrationFormPage booking={booking} choosable={standing.choosable} typed={typed} people={1} />,
      { title: formTitle(booking), ...form },
    );
  })
  .post("/agenda/:event{[0-9]+(-[^/]*)?}/inscription", may(anyone), pace, async (c) => {
    const booking = await bookingOf(c);
    const { opening, choosable } = standingOf(booking);
    if (opening.is !== "open") return refuse(c, 422, booking);
    const { people, gesture } = await askedOf(c);
    const read = await readForm(c, registrationForm(people, choosable));
    const again = (errors: Record<string, string>, count: number) =>
      answer(
        c,
        422,
        <RegistrationFormPage {...{ booking, choosable, errors, people: count }} typed={read.typed} />,
        { title: formTitle(booking), ...form },
      );
    if (gesture === "ajouter") return again({}, Math.min(mostPeople, people + 1));
    if (gesture === "retirer") return again({}, Math.max(1, people - 1));
    if (!read.ok) return again(read.errors, people);
    const { config, jobs } = { config: c.get("config"), jobs: c.get("jobs") };
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const wish = { eventId: booking.id, ...read.value, by: "form" as const };
      const outcome = await register(db, authorOf(c), { config, jobs }, wish, new Date());
      if (!outcome.ok) return registrations.form(booking.id, slugOf(booking.title));
      const [first] = outcome.registered;
      return first && first.email === read.value.people[0]?.email
        ? registrations.mine(tokenOf(config.secret, first))
        : registrations.known();
    });
    return c.redirect(to, 303);
  });

/** The event of the address, as the public sees it. */
async function bookingOf(c: Request): Promise<Booking> {
  const booking = found(await findBooking(c.get("db"), idOf(c, "event")));
  if (booking.visibility !== "listed" || booking.status !== "published") throw new NotFound();
  return booking;
}

function standingOf(booking: Booking) {
  const now = new Date();
  const clock = clockOf(now);
  const choosable = booking.series
    ? []
    : booking.sessions.filter((session) => isChoosable(session, clock)).map(({ id }) => id);
  return { opening: openingOf(booking, booking.series, now, clock), choosable };
}

const refuse = (c: Request, status: 200 | 422, booking: Booking) =>
  answer(c, status, <ClosedFormPage booking={booking} opening={standingOf(booking).opening} />, {
    title: closedTitle(booking),
    unlisted: true,
  });

/** How many people the form holds, and whether it asks for one more or one less. */
async function askedOf(c: Request) {
  const sent = await formOf(c);
  const people = Math.trunc(Number(sent.get("personnes")));
  return {
    people: people >= 1 && people <= mostPeople ? people : 1,
    gesture: String(sent.get("geste") ?? ""),
  };
}
