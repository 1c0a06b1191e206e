import { agenda } from "#paths/agenda.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDuration, formatInstant, formatNumber, plural } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, Facts, PageHeader } from "#ui/page.tsx";
import type { Session, Training } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { wordPlace, wordShortDays } from "./texts.ts";
import { upToList } from "./views.entry.tsx";

/** A training for staff and the board: what it is, its sessions, what one can do of them. */
export function TrainingPage({ training, mayWrite }: { training: Training; mayWrite: boolean }) {
  const { id, title, removed_at, visibility } = training;
  const sessions = training.sessions.filter((session) => !session.removed_at);
  const removed = training.sessions.filter((session) => session.removed_at);
  const people = sessions.reduce((sum, session) => sum + session.participants, 0);
  return (
    <>
      <PageHeader title={title} trail={upToList}>
        {mayWrite && !removed_at ? (
          <>
            <ButtonLink href={agenda.sessions(id)} label="Ajouter une session" accesskey="n" />
            <ButtonLink href={agenda.edit(id)} label="Modifier" kind="quiet" accesskey="m" />
            <ActionForm action={agenda.removal(id)} label="Supprimer" kind="danger" />
          </>
        ) : null}
      </PageHeader>
      {removed_at ? (
        <Callout tone="warning">
          <p>
            Cette formation est supprimée depuis le {formatInstant(removed_at)} : elle n’est dans aucune liste
            ni aucun total, ses sessions non plus.
          </p>
          {mayWrite ? <ActionForm action={agenda.restoration(id)} label="Rétablir" kind="primary" /> : null}
        </Callout>
      ) : null}
      <Facts
        facts={[
          ["Présentation", training.description ? <Paragraphs text={training.description} /> : null],
          ["Sessions", formatNumber(sessions.length)],
          ["Personnes formées", formatNumber(people)],
          [
            "Visibilité",
            visibility === "internal" ? (
              "Réservée à l’équipe"
            ) : removed_at ? null : (
              <a href={agenda.publicTraining(id, slugOf(title))}>Sur le site public</a>
            ),
          ],
        ]}
      />
      <h2>Sessions</h2>
      {sessions.length > 0 ? (
        <Sessions training={training} sessions={sessions} mayWrite={mayWrite && !removed_at} />
      ) : (
        <EmptyState title="Cette formation n’a pas de session">
          <p>Une session est une date de la formation. C’est elle que le bilan compte.</p>
        </EmptyState>
      )}
      {mayWrite && removed.length > 0 ? (
        <>
          <h2>Sessions supprimées</h2>
          <ul>
            {removed.map((session) => (
              <li>
                {wordShortDays(session)}, {wordPlace(session)}{" "}
                <ActionForm action={agenda.sessionRestoration(id, session.id)} label="Rétablir" />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Sessions({
  training,
  sessions,
  mayWrite,
}: {
  training: Training;
  sessions: readonly Session[];
  mayWrite: boolean;
}) {
  return (
    <ListTable<Session>
      caption={`${plural(sessions.length, "session")} de la formation`}
      path={agenda.one(training.id)}
      query={{}}
      rows={sessions}
      columns={[
        {
          label: "Date",
          cell: (session) =>
            mayWrite ? (
              <a href={agenda.session(training.id, session.id)}>{wordShortDays(session)}</a>
            ) : (
              wordShortDays(session)
            ),
        },
        { label: "Lieu", cell: wordPlace },
        { label: "Durée", numeric: true, cell: (session) => formatDuration(session.duration_minutes) },
        { label: "Personnes", numeric: true, cell: (session) => formatNumber(session.participants) },
        ...(mayWrite
          ? [
              {
                label: "Retirer",
                cell: (session: Session) => (
                  <ActionForm action={agenda.sessionRemoval(training.id, session.id)} label="Supprimer" />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n+/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
);
