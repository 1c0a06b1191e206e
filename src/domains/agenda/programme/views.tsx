import { agenda } from "#paths/agenda.ts";
import { formatNumber, formatShare, plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import { upToList } from "../events/views.edit.tsx";
import type { Programme, ProgrammeLine } from "./queries.ts";
import type { Likeness } from "./rules.likeness.ts";
import { type LineState, lineStates } from "./rules.ts";
import { kindOf, stateLabels } from "./texts.ts";
import { LinesTable } from "./views.lines.tsx";
import { Shares } from "./views.shares.tsx";

export const programmeTitle = ({ year }: { year: number }) => `Programme de ${year}`;

/** The programme of a year: what was planned, what was done of it, what is late. It prints as it reads. */
export function ProgrammePage({
  programme,
  proposals,
  state,
  mayWrite,
}: {
  programme: Programme;
  proposals: ReadonlyMap<number, readonly Likeness[]>;
  /** Only the lines that stand there. */
  state: LineState | undefined;
  mayWrite: boolean;
}) {
  const { year, years, lines, unplanned } = programme;
  const shown = state ? lines.filter((line) => line.state === state) : lines;
  return (
    <>
      <PageHeader
        title={programmeTitle(programme)}
        trail={upToList}
        lead={years.length > 1 ? <OtherYears year={year} years={years} /> : null}
      >
        {lines.length > 0 ? (
          <ButtonLink href={agenda.programmePdf(year)} label="Programme à imprimer (PDF)" kind="quiet" />
        ) : null}
        {mayWrite ? (
          <ButtonLink
            href={withQuery(agenda.add(), { programme: year })}
            label="Ajouter une ligne"
            accesskey="n"
          />
        ) : null}
      </PageHeader>
      {lines.length === 0 ? (
        <EmptyState title={`Rien n’est encore prévu pour ${year}`}>
          <p>
            Le programme dit d’avance ce qui se fera, aussi vaguement qu’on le sait : « mai », « automne », «
            à définir ». Il s’importe d’un tableau, ou s’écrit ligne à ligne ; ce qui est fait s’y rapproche
            ensuite.
          </p>
        </EmptyState>
      ) : (
        <>
          <Standing year={year} lines={lines} state={state} unplanned={unplanned} />
          {state ? (
            <p>
              {stateLabels[state]} : {plural(shown.length, "ligne")} sur {formatNumber(lines.length)}.{" "}
              <a href={agenda.programme(year)}>Voir tout le programme</a>
            </p>
          ) : null}
          {[...Map.groupBy(shown, kindOf)].map(([kind, members]) => (
            <section class="programme-kind">
              <h2>
                {kind} <span class="soft small">{formatNumber(members.length)}</span>
              </h2>
              <LinesTable kind={kind} lines={members} proposals={proposals} mayWrite={mayWrite} />
            </section>
          ))}
          <Shares lines={lines} />
        </>
      )}
    </>
  );
}

/** The programmes of the other years. */
function OtherYears({ year, years }: Pick<Programme, "year" | "years">) {
  const others = years.filter((one) => one.year !== year);
  return (
    <nav aria-label="Années" class="years">
      {others.map((one) => (
        <a href={agenda.programme(one.year)}>{one.year} </a>
      ))}
    </nav>
  );
}

function Standing({
  year,
  lines,
  state,
  unplanned,
}: {
  year: number;
  lines: readonly ProgrammeLine[];
  state: LineState | undefined;
  unplanned: number;
}) {
  const count = (wanted: LineState) => lines.filter((line) => line.state === wanted).length;
  const link = (wanted: LineState) =>
    withQuery(agenda.programme(), { annee: year, etat: wanted === state ? undefined : wanted });
  return (
    <Figures>
      <Figure
        value={formatNumber(lines.length)}
        label={lines.length < 2 ? "ligne prévue" : "lignes prévues"}
      />
      {lineStates.map((wanted) =>
        count(wanted) > 0 ? (
          <Figure
            value={formatNumber(count(wanted))}
            label={stateLabels[wanted].toLowerCase()}
            note={wanted === "done" ? formatShare(count(wanted) / lines.length) : undefined}
            href={link(wanted)}
          />
        ) : null,
      )}
      {unplanned > 0 ? (
        <Figure
          value={formatNumber(unplanned)}
          label={unplanned < 2 ? "événement hors programme" : "événements hors programme"}
          href={withQuery(agenda.all(), { annee: year })}
        />
      ) : null}
    </Figures>
  );
}
