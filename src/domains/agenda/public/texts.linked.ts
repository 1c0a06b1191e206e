import { slugOf } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { site } from "#paths/site.ts";
import { instantAt } from "#platform/dates.clock.ts";
import type { Day } from "#platform/dates.ts";
import type { PublicEvent, PublicSession } from "./queries.event.ts";
import { isCalledOff, priceOf } from "./rules.event.ts";

interface Facts {
  baseUrl: string;
  /** The network. */
  name: string;
}

/** `2026-03-28T09:30:00+01:00`: the clock of Paris with its distance from UTC that day; a day alone without hours. */
function momentOf(day: Day, clock: string | null): string {
  if (!clock) return day;
  const ahead = (Date.parse(`${day}T${clock.slice(0, 5)}:00Z`) - instantAt(day, clock).getTime()) / 3_600_000;
  return `${day}T${clock.slice(0, 5)}:00+${String(ahead).padStart(2, "0")}:00`;
}

const status = (session: Pick<PublicSession, "cancelled" | "moved_from">) =>
  `https://schema.org/${session.cancelled ? "EventCancelled" : session.moved_from ? "EventRescheduled" : "EventScheduled"}`;

const isOnSite = ({ place, commune }: PublicSession) => place !== "" || commune !== null;

const attendance = (session: PublicSession) =>
  `https://schema.org/${!session.online ? "OfflineEventAttendanceMode" : isOnSite(session) ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode"}`;

/** Where a session is: the room, the address of the page for what is followed online, or both. */
function locationOf(session: PublicSession, url: string) {
  const online = session.online ? [{ "@type": "VirtualLocation", url }] : [];
  const onSite = isOnSite(session)
    ? [
        {
          "@type": "Place",
          name: session.place || session.commune,
          address: {
            "@type": "PostalAddress",
            streetAddress: session.address || undefined,
            postalCode: session.postal_code ?? undefined,
            addressLocality: session.commune ?? session.place,
            addressCountry: "FR",
          },
        },
      ]
    : [];
  const all = [...onSite, ...online];
  return all.length > 1 ? all : all[0];
}

function occurrenceOf(session: PublicSession, url: string) {
  return {
    startDate: momentOf(session.starts_on, session.starts_at),
    endDate: momentOf(session.ends_on ?? session.starts_on, session.ends_at),
    ...(session.moved_from ? { previousStartDate: momentOf(session.moved_from, session.moved_from_at) } : {}),
    eventStatus: status(session),
    eventAttendanceMode: attendance(session),
    location: locationOf(session, url),
  };
}

const organisersOf = (event: PublicEvent, { baseUrl, name }: Facts) => {
  const hold = event.organisers.filter(({ role }) => role !== "speaker");
  if (hold.length === 0) return [{ "@type": "Organization", name, url: baseUrl + site.home() }];
  return hold.map((one) => ({
    "@type": "Organization",
    name: one.name,
    url: one.organisation_id
      ? baseUrl + directory.publicCard(one.organisation_id, slugOf(one.name))
      : undefined,
  }));
};

/** An event for search engines (schema.org): `Course` with an instance a session for a training, else `Event`. */
export function linkedDataOf(event: PublicEvent, facts: Facts): object {
  const url = facts.baseUrl + publicAgenda.event({ ...event, slug: slugOf(event.title) });
  const price = priceOf(event);
  const cents = price?.cents ?? undefined;
  const common = {
    "@context": "https://schema.org",
    "@id": url,
    name: event.title,
    description: event.description || event.objectives || event.title,
    url,
    inLanguage: "fr",
    image: event.picture_file_id ? facts.baseUrl + site.picture(event.picture_file_id) : undefined,
    isAccessibleForFree: cents === undefined ? undefined : cents === 0,
    ...(cents === undefined
      ? {}
      : { offers: { "@type": "Offer", price: cents / 100, priceCurrency: "EUR", url } }),
  };
  const organisers = organisersOf(event, facts);
  const instances = event.sessions.map((session) => ({
    name: session.title || event.title,
    ...occurrenceOf(session, url),
    organizer: organisers,
  }));
  if (event.training)
    return {
      ...common,
      "@type": "Course",
      provider: organisers[0],
      teaches: event.objectives || undefined,
      hasCourseInstance: event.sessions.map((session, rank) => ({
        "@type": "CourseInstance",
        ...instances[rank],
        courseMode: !session.online ? "onsite" : isOnSite(session) ? "blended" : "online",
        courseWorkload: session.duration_minutes > 0 ? `PT${session.duration_minutes}M` : undefined,
      })),
    };
  const [only] = instances;
  const cancelled = isCalledOff(event) ? { eventStatus: "https://schema.org/EventCancelled" } : {};
  if (instances.length === 1 && only)
    return { ...common, "@type": "Event", ...only, name: event.title, ...cancelled };
  return {
    ...common,
    "@type": "Event",
    startDate: only?.startDate ?? event.planned_from ?? undefined,
    endDate: instances.at(-1)?.endDate ?? event.planned_to ?? undefined,
    eventStatus: "https://schema.org/EventScheduled",
    ...cancelled,
    organizer: organisers,
    location: only?.location,
    subEvent: instances.length > 0 ? instances.map((one) => ({ "@type": "Event", ...one })) : undefined,
  };
}
