import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { registrations } from "#paths/registrations.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import type { EventRecord, LinkedMeeting, SessionRecord } from "./queries.ts";
import { wordKind, wordShortWhen } from "./texts.ts";
import { upToList } from "./views.edit.tsx";
import { EventFacts } from "./views.facts.tsx";
import { RemovedSessions, Sessions } from "./views.sessions.tsx";

/** An event for staff and the board: what it is, its dates, what one can do of it. */
export function EventPage({
  event,
  meetings,
  unnoted,
  mayWrite,
}: {
  event: EventRecord;
  meetings: readonly LinkedMeeting[];
  /** The dates held that the log does not have yet. */
  unnoted: readonly SessionRecord[];
  mayWrite: boolean;
}) {
  const open = mayWrite && !event.removed_at;
  const sessions = event.sessions.filter((session) => !session.removed_at);
  return (
    <>
      <PageHeader title={event.title} trail={upToList} lead={wordKind(event)}>
        {open ? <Actions event={event} dated={sessions.length > 0} /> : null}
      </PageHeader>
      <Standing event={event} mayWrite={mayWrite} />
      <EventFacts event={event} />
      <h2>Dates</h2>
      <Sessions event={event} sessions={sessions} mayWrite={open} />
      {mayWrite ? <RemovedSessions event={event} /> : null}
      {open ? <ThoseWhoCome eventId={event.id} /> : null}
      <InTheLog event={event} meetings={meetings} unnoted={open ? unnoted : []} />
      {open ? <MoreActions event={event} /> : null}
    </>
  );
}

/** The time that the team spent there, as the log has it; what it lacks is a link to a form already filled. */
function InTheLog({
  event,
  meetings,
  unnoted,
}: {
  event: EventRecord;
  meetings: readonly LinkedMeeting[];
  unnoted: readonly SessionRecord[];
}) {
  if (meetings.length === 0 && unnoted.length === 0) return null;
  return (
    <>
      <h2>Dans le journal d’activité</h2>
      <ul>
        {meetings.map(({ id, subject, held_on }) => (
          <li>
            <a href={activities.one(id)}>{subject}</a>, {formatDay(held_on)}
          </li>
        ))}
        {unnoted.map((session) => (
          <li>
            <a href={agenda.sessionNoting(event.id, session.id)}>
              Noter la séance du {wordShortWhen(session)}
            </a>
            <span class="help"> Le formulaire est déjà rempli : date, durée, lieu, personnes venues.</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The pages of those who come: a colleague's, whatever the event asks. */
const ThoseWhoCome = ({ eventId }: { eventId: number }) => (
  <>
    <h2>Ceux qui viennent</h2>
    <p>
      <a href={registrations.all(eventId)}>Inscriptions et liste d’attente</a> ·{" "}
      <a href={registrations.attendance(eventId)}>Présences</a> ·{" "}
      <a href={registrations.certificates(eventId)}>Attestations</a> ·{" "}
      <a href={registrations.letters(eventId)}>Lettres</a>
    </p>
  </>
);

function Actions({ event, dated }: { event: EventRecord; dated: boolean }) {
  const { id, status, cancelled_at } = event;
  return (
    <>
      {status === "draft" && !cancelled_at ? (
        <ActionForm action={agenda.publication(id)} label="Annoncer" kind="primary" />
      ) : (
        <ButtonLink href={agenda.edit(id)} label="Modifier" accesskey="m" />
      )}
      {status === "draft" && !cancelled_at ? (
        <ButtonLink href={agenda.edit(id)} label="Modifier" kind="quiet" accesskey="m" />
      ) : null}
      {cancelled_at ? null : (
        <ButtonLink
          href={agenda.sessions(id)}
          label={dated ? "Ajouter une date" : "Donner une date"}
          kind="quiet"
          accesskey="n"
        />
      )}
      {event.registration === "here" ? (
        <ButtonLink href={registrations.all(id)} label="Inscriptions" kind="quiet" />
      ) : null}
      {dated ? <ButtonLink href={registrations.attendance(id)} label="Présences" kind="quiet" /> : null}
    </>
  );
}

/** What is done seldom, at the foot of the page. */
function MoreActions({ event: { id, status, cancelled_at } }: { event: EventRecord }) {
  return (
    <section class="tools more-actions" aria-label="Autres gestes">
      <ButtonLink href={agenda.copy(id)} label="Dupliquer" kind="quiet" />
      <ButtonLink href={agenda.copyForNextYear(id)} label="Pour l’an prochain" kind="quiet" />
      {status === "published" && !cancelled_at ? (
        <>
          <ActionForm action={agenda.withdrawal(id)} label="Remettre en brouillon" />
          <ButtonLink href={agenda.cancelling(id)} label="Annuler" kind="quiet" />
        </>
      ) : null}
      <ActionForm action={agenda.removal(id)} label="Supprimer" kind="danger" />
    </section>
  );
}

/** What everyone must know first: deleted, cancelled, proposed, not announced yet. */
function Standing({ event, mayWrite }: { event: EventRecord; mayWrite: boolean }) {
  const { id, removed_at, cancelled_at, cancelled_why, status } = event;
  if (removed_at)
    return (
      <Callout tone="warning">
        <p>
          Supprimé depuis le {formatInstant(removed_at)} : il n’est dans aucune liste ni aucun total, ses
          dates non plus.
        </p>
        {mayWrite ? <ActionForm action={agenda.restoration(id)} label="Rétablir" kind="primary" /> : null}
      </Callout>
    );
  if (cancelled_at)
    return (
      <Callout tone="bad">
        <p>
          <strong>Annulé</strong> le {formatInstant(cancelled_at)}
          {cancelled_why ? ` : ${cancelled_why}` : "."}
        </p>
        <p>Le site, les calendriers et les flux le disent.</p>
        {mayWrite ? <ActionForm action={agenda.reinstating(id)} label="Il aura lieu, finalement" /> : null}
      </Callout>
    );
  if (status === "proposed")
    return (
      <Callout tone="warning">
        <p>
          Proposé par un acteur, pas encore annoncé. <a href={agenda.proposals()}>Accepter ou refuser</a>
        </p>
      </Callout>
    );
  if (status === "refused")
    return (
      <Callout>
        <p>Cette proposition a été refusée : elle n’est dans aucune liste.</p>
      </Callout>
    );
  return status === "draft" ? (
    <Callout>
      <p>Brouillon : l’équipe et le conseil le voient, personne d’autre.</p>
    </Callout>
  ) : null;
}
