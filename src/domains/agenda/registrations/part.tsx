import { sql } from "kysely";
import { registrations } from "#paths/registrations.ts";
import { type EventPart, ofTheEvent } from "../public/parts.ts";
import type { PublicEvent } from "../public/queries.event.ts";
import type { Booking } from "./queries.event.ts";
import { type Clock, clockOf, isChoosable, type Opening, openingOf } from "./rules.opening.ts";
import { placesOf } from "./rules.places.ts";
import { slugOf } from "./texts.ts";
import { type Choice, Invitation } from "./views.part.tsx";

/** What the page of an event reads of its places, with the event itself. */
export type Standing = Pick<Booking, "capacity" | "series" | "pools">;

/** On the page of an event: how one registers, what is left, until when. */
export const registrationPart: EventPart<Standing> = {
  reads: () => sql<Standing>`(
    select json_build_object('capacity', asked.capacity, 'series', asked.series, 'pools', (
      select coalesce(json_agg(pool), '[]')
      from (select registration.session_id,
                   count(*) filter (where state = 'confirmed' and source <> 'door') as taken,
                   count(*) filter (where state = 'waiting') as waiting
            from agenda.registrations registration
            where registration.event_id = asked.id and state <> 'cancelled' group by registration.session_id) pool))
    from agenda.events asked where asked.id = ${ofTheEvent} and asked.registration = 'here')`,
  draws(standing, event, now) {
    const clock = clockOf(now);
    const opening = invitationOf(event, standing?.series ?? false, now, clock);
    if (["none", "cancelled", "past"].includes(opening.is) || event.dropped) return null;
    const heading = "S’inscrire";
    if (opening.is === "elsewhere") {
      const { registration_url: href } = event;
      const content = (
        <Invitation opening={opening} elsewhere={href} closesAt={event.closes_at} choices={[]} />
      );
      return { heading, content, action: { label: heading, href } };
    }
    const choices = standing && opening.is === "open" ? choicesOf(event, standing, clock) : [];
    const content = <Invitation opening={opening} closesAt={event.closes_at} choices={choices} />;
    if (opening.is !== "open") return { heading, content };
    const full = choices.every(({ places }) => places.free === 0 || places.waiting > 0);
    const label = full ? "Rejoindre la liste d’attente" : heading;
    return { heading, content, action: { label, href: formOf(event) } };
  },
};

const formOf = ({ id, title }: PublicEvent) => registrations.form(id, slugOf(title));

/** Whether one registers today, here or on the site of another: `elsewhere` once that one is open. */
function invitationOf(event: PublicEvent, series: boolean, now: Date, clock: Clock): Opening {
  const { registration, registration_url: url } = event;
  const [opens_at, closes_at] = [event.opens_at, event.closes_at].map((at) => (at ? new Date(at) : null));
  const away = registration === "elsewhere";
  if (away && !(/^https?:/.test(url) && URL.canParse(url))) return { is: "none" };
  if (away && opens_at && now < opens_at) return { is: "early", at: opens_at };
  const opening = openingOf(
    {
      ...event,
      registration: away ? "here" : registration,
      status: "published",
      opens_at: opens_at ?? null,
      closes_at: closes_at ?? null,
    },
    series,
    now,
    clock,
  );
  return away && (opening.is === "open" || opening.is === "undated") ? { is: "elsewhere" } : opening;
}

/** What one may register for: the whole, or each date to come with its own places. */
function choicesOf(event: PublicEvent, standing: Standing, clock: Clock): Choice[] {
  if (standing.series) return [{ session: null, places: placesOf(standing, null), href: formOf(event) }];
  return event.sessions
    .filter((session) => isChoosable(session, clock))
    .map((session) => ({
      session,
      places: placesOf(standing, session.id),
      href: registrations.form(event.id, slugOf(event.title), session.id),
    }));
}
