import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatShortDay, plural } from "#ui/format.ts";
import { type Column, ListTable } from "#ui/list.tsx";
import { Tag } from "#ui/page.tsx";
import type { ProgrammeLine } from "./queries.ts";
import type { Likeness } from "./rules.likeness.ts";
import { stateTones, wordDate, wordReasons, wordState } from "./texts.ts";

interface Props {
  kind: string;
  lines: readonly ProgrammeLine[];
  proposals: ReadonlyMap<number, readonly Likeness[]>;
  mayWrite: boolean;
}

/** The lines of one kind, as the programme prints them, with what became of each. */
export function LinesTable({ kind, lines, proposals, mayWrite }: Props) {
  const columns: Column<ProgrammeLine>[] = [
    { label: "Période", cell: (line) => line.planned_period || "Sans période" },
    {
      label: "Intitulé",
      cell: (line) => (
        <>
          <a href={agenda.one(line.id)}>{line.title}</a>
          {line.audience ? <p class="soft small">{line.audience}</p> : null}
        </>
      ),
    },
    {
      label: "Où on en est",
      cell: (line) => (
        <div class="programme-state">
          <Tag label={wordState(line)} tone={stateTones[line.state]} />
          <Done line={line} />
          {mayWrite ? <Proposed line={line} found={proposals.get(line.id) ?? []} /> : null}
        </div>
      ),
    },
  ];
  return (
    <ListTable
      caption={`${kind} : ${plural(lines.length, "ligne")}`}
      path={agenda.programme()}
      query={{}}
      rows={lines}
      columns={columns}
    />
  );
}

/** What was done of a line, each thing as a link; or why it will not be. */
function Done({ line }: { line: ProgrammeLine }) {
  const { meetings, events, sessions, cancelled_on, state, dropped_why } = line;
  if (state === "dropped") return dropped_why ? <p class="soft small">{dropped_why}</p> : null;
  return (
    <ul class="programme-done">
      {sessions.map((session) => (
        <li>{wordDate(session)}</li>
      ))}
      {cancelled_on.map((day) => (
        <li>
          <del>{formatShortDay(day)}</del> annulé
        </li>
      ))}
      {meetings.map(({ id, subject, held_on }) => (
        <li>
          {formatShortDay(held_on)}, <a href={activities.one(id)}>{subject}</a>
        </li>
      ))}
      {events.map(({ id, title, first_on }) => (
        <li>
          {first_on ? `${formatShortDay(first_on)}, ` : ""}
          <a href={agenda.one(id)}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

/** The surest of what may be this line, done, and why; the others are one click away. Nothing is taken without a yes. */
function Proposed({ line, found }: { line: ProgrammeLine; found: readonly Likeness[] }) {
  const [best, ...others] = line.state === "done" ? [] : found;
  return (
    <div class="programme-acts">
      {best ? (
        <div class="programme-match">
          <p class="small">
            Serait-ce <strong>{best.held.title}</strong> ? <span class="soft">{wordReasons(best)}</span>
          </p>
          <div class="tools">
            <MatchForms line={line} match={best.held} />
          </div>
        </div>
      ) : null}
      <p class="small">
        <a href={agenda.match(line.id)}>
          {others.length > 0
            ? `${plural(others.length, "autre possibilité", "autres possibilités")}`
            : "Rapprocher"}
          <span class="sr-only"> : {line.title}</span>
        </a>
        {line.state === "late" || line.state === "to_come" ? (
          <>
            {" · "}
            <a href={agenda.drop(line.id)}>
              Abandonner<span class="sr-only"> : {line.title}</span>
            </a>
          </>
        ) : null}
      </p>
      {line.state === "dropped" ? (
        <ActionForm action={agenda.resume(line.id)} label="Reprendre" of={line.title} />
      ) : null}
    </div>
  );
}

/** Yes, or no: said once, and can be taken back. */
export function MatchForms({
  line,
  match,
}: {
  line: { id: number };
  match: { kind: "meeting" | "event"; id: number; title: string };
}) {
  const hidden = { quoi: `${match.kind}-${match.id}` };
  return (
    <>
      <ActionForm action={agenda.match(line.id)} label="Oui, c’est cela" of={match.title} hidden={hidden} />
      <ActionForm action={agenda.refusal(line.id)} label="Non" of={match.title} hidden={hidden} />
    </>
  );
}
