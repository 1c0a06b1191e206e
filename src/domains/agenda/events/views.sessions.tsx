import { agenda } from "#paths/agenda.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDuration, formatNumber, formatShortDay, plural } from "#ui/format.ts";
import { type Column, ListTable } from "#ui/list.tsx";
import { ButtonLink, EmptyState, Tag } from "#ui/page.tsx";
import { wordPlace } from "../texts.ts";
import type { EventRecord, SessionRecord } from "./queries.ts";
import { wordTime } from "./rules.times.ts";
import { wordShortWhen } from "./texts.ts";

interface Props {
  event: EventRecord;
  sessions: readonly SessionRecord[];
  mayWrite: boolean;
}

/** The dates of an event, the first one first, with what can be done of each. */
export function Sessions({ event, sessions, mayWrite }: Props) {
  if (sessions.length === 0)
    return (
      <EmptyState
        title={event.planned_period ? `Prévu : ${event.planned_period.toLowerCase()}` : "Pas encore de date"}
      >
        <p>Une date est ce que les calendriers reçoivent et ce que le bilan compte.</p>
        {mayWrite && !event.cancelled_at ? (
          <ButtonLink href={agenda.sessions(event.id)} label="Donner une date" />
        ) : null}
      </EmptyState>
    );
  return (
    <ListTable<SessionRecord>
      caption={plural(sessions.length, "date")}
      path={agenda.one(event.id)}
      query={{}}
      rows={sessions}
      columns={[...columns(event, mayWrite), ...(mayWrite ? [tools(event)] : [])]}
    />
  );
}

const columns = (event: EventRecord, mayWrite: boolean): Column<SessionRecord>[] => [
  {
    label: "Date",
    cell: (session) => (
      <>
        <span class={session.cancelled_at || event.cancelled_at ? "called-off" : undefined}>
          {mayWrite ? (
            <a href={agenda.session(event.id, session.id)}>{wordShortWhen(session)}</a>
          ) : (
            wordShortWhen(session)
          )}
        </span>
        {session.title ? `, ${session.title}` : ""}{" "}
        {session.cancelled_at ? <Tag label="annulée" tone="bad" /> : null}
        {session.moved_from ? <p class="moved">Était le {movedFrom(session)}</p> : null}
      </>
    ),
  },
  {
    label: "Lieu",
    cell: (session) => (
      <>
        {wordPlace(session)}
        {session.address ? <p class="soft small">{session.address}</p> : null}
      </>
    ),
  },
  {
    label: "Durée",
    numeric: true,
    cell: (session) => (session.duration_minutes > 0 ? formatDuration(session.duration_minutes) : ""),
  },
  { label: "Personnes", numeric: true, cell: (session) => formatNumber(session.participants) },
];

const movedFrom = ({ moved_from, moved_from_at }: SessionRecord) =>
  `${formatShortDay(moved_from ?? "")}${moved_from_at ? ` à ${wordTime(moved_from_at)}` : ""}`;

/** Three gestures, in words: the same again, cancelled or held after all, deleted. */
const tools = (event: EventRecord): Column<SessionRecord> => ({
  label: "Agir",
  cell: (session) => {
    const of = wordShortWhen(session);
    return (
      <div class="tools">
        <a href={agenda.sessionCopy(event.id, session.id)}>
          Dupliquer<span class="sr-only"> « {of} »</span>
        </a>
        {session.cancelled_at ? (
          <ActionForm action={agenda.sessionReinstating(event.id, session.id)} label="Rétablir" of={of} />
        ) : (
          <ActionForm action={agenda.sessionCancelling(event.id, session.id)} label="Annuler" of={of} />
        )}
        <ActionForm action={agenda.sessionRemoval(event.id, session.id)} label="Supprimer" of={of} />
      </div>
    );
  },
});

/** The dates that can be put back. */
export function RemovedSessions({ event }: { event: EventRecord }) {
  const removed = event.sessions.filter((session) => session.removed_at);
  if (removed.length === 0) return null;
  return (
    <>
      <h2>Dates supprimées</h2>
      <ul>
        {removed.map((session) => (
          <li>
            {wordShortWhen(session)}, {wordPlace(session)}{" "}
            <ActionForm
              action={agenda.sessionRestoration(event.id, session.id)}
              label="Rétablir"
              of={wordShortWhen(session)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
