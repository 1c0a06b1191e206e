import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { site } from "#paths/site.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { Facts } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import { slugOf } from "../rules.ts";
import type { EventRecord } from "./queries.ts";
import { natureLabels, registrationLabels, roleLabels, wordMoment, wordPrice } from "./texts.ts";

const listed = (words: readonly string[]) => (words.length > 0 ? words.join(", ") : null);
const prose = (text: string) => (text ? <Paragraphs text={text} /> : null);

/** What an event is, fact by fact; what nobody said is left out. */
export function EventFacts({ event }: { event: EventRecord }) {
  const people = event.sessions
    .filter((session) => !session.removed_at && !session.cancelled_at)
    .reduce((sum, session) => sum + session.participants, 0);
  return (
    <Facts
      facts={[
        ["Présentation", prose(event.description)],
        ["Objectifs", prose(event.objectives)],
        ["Qui", <Organisers event={event} />],
        ["Public", listed([event.audience, ...event.audience_types].filter(Boolean))],
        ["Personnes venues", people > 0 ? formatNumber(people) : null],
        [
          "Module",
          event.module && event.module_id ? (
            <a href={agenda.module(event.module_id)}>{event.module}</a>
          ) : null,
        ],
        ["Nature", event.nature ? natureLabels[event.nature] : null],
        ["Inscription", event.registration === "none" ? null : <Registration event={event} />],
        ["Prix", wordPrice(event) || null],
        ["Programme", event.programme_year ? <Programme event={event} /> : null],
        ["Pôle", event.pole],
        ["Axe stratégique", event.axis],
        ["Mission", event.mission],
        ["Dispositif", event.scheme],
        ["Secteurs", listed(event.sectors)],
        ["ODD", listed(event.goals)],
        ["Pays", listed(event.countries)],
        ["Accessibilité", prose(event.accessibility)],
        ["Contact", event.contact || null],
        [
          "Page sur internet",
          event.website ? <a href={event.website}>{event.website.replace(/^https?:\/\//, "")}</a> : null,
        ],
        ["Visibilité", <Visibility event={event} />],
        ["Image", <Picture event={event} />],
      ]}
    />
  );
}

function Visibility({
  event: { id, title, training, visibility, status, removed_at },
}: {
  event: EventRecord;
}) {
  if (visibility === "internal") return <>Réservé à l’équipe</>;
  if (status !== "published" || removed_at) return <>Tout le monde, une fois annoncé</>;
  return <a href={publicAgenda.event({ id, slug: slugOf(title), training })}>Sur le site public</a>;
}

function Organisers({ event: { organisers, origin } }: { event: EventRecord }) {
  if (organisers.length === 0) return <>{origin === "relayed" ? "Un autre acteur" : "Le réseau"}</>;
  return (
    <ul>
      {organisers.map(({ role, typed, name, organisation_id }) => (
        <li>
          {organisation_id ? <a href={directory.one(organisation_id)}>{name ?? typed}</a> : typed}
          {role === "organiser" ? "" : ` (${roleLabels[role].toLowerCase()})`}
          {organisation_id ? "" : ", absente de l’annuaire ou pas trouvée sûrement"}
        </li>
      ))}
      {origin === "relayed" ? <li>Relayé : l’agenda d’un autre</li> : null}
    </ul>
  );
}

function Registration({ event }: { event: EventRecord }) {
  const { registration, registration_url, capacity, opens, closes, series } = event;
  const facts = [
    capacity ? plural(capacity, "place") : "places non limitées",
    opens ? `ouverture le ${wordMoment(opens)}` : "",
    closes ? `clôture le ${wordMoment(closes)}` : "",
    event.sessions.length > 1
      ? series
        ? "une inscription pour toutes les dates"
        : "on choisit sa date"
      : "",
  ].filter(Boolean);
  return (
    <>
      {registrationLabels[registration]}
      {registration === "elsewhere" ? (
        <>
          {" : "}
          <a href={registration_url}>{registration_url.replace(/^https?:\/\//, "")}</a>
        </>
      ) : null}
      <p class="soft small">{facts.join(", ")}</p>
    </>
  );
}

const Programme = ({ event }: { event: EventRecord }) => (
  <>
    <a href={agenda.programme(event.programme_year ?? undefined)}>{event.programme_year}</a>
    {event.planned_period ? `, ${event.planned_period}` : ""}
    {event.dropped_at ? `, abandonné${event.dropped_why ? ` : ${event.dropped_why}` : ""}` : ""}
  </>
);

function Picture({ event }: { event: EventRecord }) {
  if (!event.picture_file_id)
    return event.removed_at ? null : <a href={agenda.picture(event.id)}>Ajouter une image</a>;
  return (
    <>
      <img
        class="event-picture"
        src={site.picture(event.picture_file_id)}
        alt={event.picture_text}
        loading="lazy"
      />
      <p>
        <a href={agenda.picture(event.id)}>Changer l’image</a>
      </p>
      <ActionForm action={agenda.pictureRemoval(event.id)} label="Retirer l’image" />
    </>
  );
}
