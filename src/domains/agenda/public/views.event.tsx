import { slugOf } from "#domains/directory/index.ts";
import { agenda } from "#paths/agenda.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { site } from "#paths/site.ts";
import { dayInParis } from "#platform/dates.ts";
import { GoalList } from "#ui/goal.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { EventSection } from "./parts.ts";
import type { PublicEvent } from "./queries.event.ts";
import { isCalledOff, partSessions } from "./rules.event.ts";
import { wordPlanned } from "./texts.event.ts";
import { wordKind } from "./texts.ts";
import { Dates, Where } from "./views.event-dates.tsx";
import { EventFacts } from "./views.event-facts.tsx";
import { Organisers } from "./views.lines.tsx";

interface Props {
  event: PublicEvent;
  /** What others say of it: how to register. */
  sections: readonly EventSection[];
  /** The départements that the map is drawn with. */
  departments: readonly string[];
  now: Date;
  /** Read by someone of the network. */
  inside: boolean;
}

/** An event as everyone reads it: when, where, for whom, by whom, and how to come. */
export function EventPage({ event, sections, departments, now, inside }: Props) {
  const today = dayInParis(now);
  const { upcoming, past } = partSessions(event.sessions, today);
  const slug = slugOf(event.title);
  return (
    <article class="card event">
      <PageHeader title={event.title} trail={[trailOf(event)]} lead={<Lead event={event} />}>
        {sections.map(({ action }) =>
          action ? <ButtonLink href={action.href} label={action.label} kind="primary" /> : null,
        )}
        {event.sessions.length > 0 ? (
          <a class="button button-quiet" href={publicAgenda.eventCalendar(event.id, slug)} data-turbo="false">
            Mettre dans mon calendrier
          </a>
        ) : null}
      </PageHeader>
      <Standing event={event} />
      <div class="card-columns">
        <div class="card-main">
          {event.picture_file_id ? (
            <figure class="event-figure">
              <img src={site.picture(event.picture_file_id)} alt={event.picture_text} />
            </figure>
          ) : null}
          {upcoming.length > 0 || event.sessions.length === 0 ? (
            <section>
              <h2>Quand et où</h2>
              {upcoming.length > 0 ? <Dates sessions={upcoming} /> : <NoDate event={event} />}
            </section>
          ) : null}
          {sections.map(({ heading, content }) => (
            <section id={slugOf(heading)}>
              <h2>{heading}</h2>
              {content}
            </section>
          ))}
          {event.description ? (
            <section class="prose">
              <h2>Présentation</h2>
              <Paragraphs text={event.description} />
            </section>
          ) : null}
          {event.objectives ? (
            <section class="prose">
              <h2>Objectifs</h2>
              <Paragraphs text={event.objectives} />
            </section>
          ) : null}
          {event.goals.length > 0 ? (
            <section>
              <h2>Les objectifs de développement durable qu’il sert</h2>
              <GoalList goals={event.goals} />
            </section>
          ) : null}
          {past.length > 0 ? (
            <section>
              <h2>{past.length > 1 ? "Dates passées" : "C’était"}</h2>
              <Dates sessions={past} held />
            </section>
          ) : null}
        </div>
        <aside class="card-side aside" aria-label="En bref">
          <EventFacts event={event} />
          <Where sessions={event.sessions} departments={departments} />
          <p class="soft small">
            <a href={publicAgenda.propose()}>Proposer un événement</a>
            {inside ? (
              <>
                {" "}
                · <a href={agenda.one(event.id)}>Ouvrir dans la gestion</a>
              </>
            ) : null}
          </p>
        </aside>
      </div>
    </article>
  );
}

const trailOf = ({ training }: PublicEvent) =>
  training
    ? { label: "Formations", href: publicAgenda.catalogue() }
    : { label: "L’agenda", href: publicAgenda.list() };

function Lead({ event }: { event: PublicEvent }) {
  return (
    <>
      {wordKind(event)}
      {event.organisers.length > 0 ? (
        <>
          . <Organisers organisers={event.organisers} />.
        </>
      ) : null}
      {event.origin === "relayed" ? (
        <p>Le réseau relaie cette annonce d’un de ses membres ou partenaires.</p>
      ) : null}
    </>
  );
}

/** What has changed since it was announced: said first. */
function Standing({ event }: { event: PublicEvent }) {
  if (isCalledOff(event))
    return (
      <Callout tone="bad">
        <p>
          <strong>Annulé.</strong> {event.cancelled_why}
        </p>
      </Callout>
    );
  if (event.dropped && event.sessions.length === 0)
    return (
      <Callout tone="bad">
        <p>
          <strong>N’aura pas lieu.</strong> Prévu au programme ({wordPlanned(event)}), il n’est plus
          d’actualité.
        </p>
      </Callout>
    );
  return null;
}

function NoDate({ event }: { event: PublicEvent }) {
  if (event.dropped || event.cancelled) return <p>Aucune date n’a été fixée.</p>;
  return (
    <p>
      <strong>{wordPlanned(event)}</strong>, date et lieu à préciser.{" "}
      <a href={publicAgenda.feed()}>Le fil de l’agenda</a> dira la date dès qu’elle sera fixée.
    </p>
  );
}
