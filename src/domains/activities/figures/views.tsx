import { activities } from "#paths/activities.ts";
import { Chart, type ChartLine } from "#ui/chart.tsx";
import { formatHours, formatMonth, formatNumber, formatShare, plural } from "#ui/format.ts";
import { ListTable, type Query, withQuery } from "#ui/list.tsx";
import { EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import { none } from "../input.list.ts";
import { settingLabel, settings } from "../texts.ts";
import { upToList } from "../views.record.tsx";
import type { LogFigures, Share } from "./queries.ts";
import { perMonth } from "./rules.ts";
import { Classes } from "./views.classes.tsx";
import type { PartProps } from "./views.part.ts";
import { Trips } from "./views.trips.tsx";

export const figuresTitle = ({ year }: Pick<LogFigures, "year">) =>
  year ? `L’activité de ${year} en chiffres` : "L’activité en chiffres";

/** The figures of the log; each opens on the meetings that it counts. */
export function FiguresPage({ figures }: { figures: LogFigures }) {
  const { year, years, meetings, minutes, participants } = figures;
  const list = (filter: Query) => withQuery(activities.all(), { annee: year ?? undefined, ...filter });
  if (year === null || meetings === 0)
    return (
      <>
        <PageHeader title={figuresTitle(figures)} trail={upToList} lead={<Years {...{ year, years }} />} />
        <EmptyState title={year ? `Aucune réunion en ${year}` : "Aucune réunion n’est notée"}>
          <p>Les chiffres viendront des réunions du journal.</p>
        </EmptyState>
      </>
    );
  const trips = figures.settings.find(({ value }) => value === "trip")?.meetings ?? 0;
  return (
    <>
      <PageHeader title={figuresTitle(figures)} trail={upToList} lead={<Years {...{ year, years }} />} />
      <Figures>
        <Figure value={formatNumber(meetings)} label="réunions" href={list({})} />
        <Figure value={formatHours(minutes)} label="de réunion" href={list({})} />
        <Figure value={formatNumber(participants)} label="participations" href={list({})} />
        <Figure
          value={formatNumber(trips)}
          label="déplacements"
          href={list({ cadre: "deplacement" })}
          note={`${formatNumber(perMonth(trips))} par mois en moyenne`}
        />
      </Figures>
      <section>
        <h2>Le temps, mois par mois</h2>
        <Chart
          title={`Réunions de ${year} par mois`}
          unit="réunions"
          kind="months"
          name="mois"
          lines={Array.from({ length: 12 }, (_, index): ChartLine => {
            const month = figures.months.find(({ value }) => Number(value) === index + 1);
            return {
              label: formatMonth(index + 1),
              value: month?.meetings ?? 0,
              ...(month ? { href: list({ mois: index + 1 }), note: formatHours(month.minutes) } : {}),
            };
          })}
        />
      </section>
      <Shares title="Par type" total={minutes} rows={figures.types} href={(value) => list({ type: value })} />
      <Shares
        title="Par cadre"
        total={minutes}
        rows={figures.settings.map((line) => ({ ...line, label: settingLabel(line.value) }))}
        href={(value) => list({ cadre: settings.find(({ code }) => code === value)?.name })}
      />
      <Shares title="Par pôle" total={minutes} rows={figures.poles} href={(value) => list({ pole: value })} />
      <Shares title="Par axe" total={minutes} rows={figures.axes} href={(value) => list({ axe: value })} />
      <Shares
        title="Par mission"
        total={minutes}
        rows={figures.missions}
        href={(value) => list({ mission: value })}
      />
      <Shares
        title="Par dispositif"
        total={minutes}
        rows={figures.schemes}
        href={(value) => list({ dispositif: value })}
      />
      <Team figures={figures} list={list} />
      <Classes figures={figures} list={list} />
      <Trips figures={figures} list={list} />
    </>
  );
}

const Years = ({ year, years }: Pick<LogFigures, "year" | "years">) => (
  <nav class="years" aria-label="Années">
    {years.map((one) =>
      one.year === year ? (
        <strong>{one.year} </strong>
      ) : (
        <a href={activities.figures(one.year)}>{one.year} </a>
      ),
    )}
  </nav>
);

/** A table of time; nothing when no meeting says anything of it. */
function Shares({
  title,
  rows,
  total,
  href,
  note,
}: {
  title: string;
  rows: readonly Share[];
  total: number;
  href: (value: string) => string;
  note?: string;
}) {
  if (rows.every(({ value }) => value === none)) return null;
  return (
    <section>
      <h2>{title}</h2>
      {note ? <p class="soft">{note}</p> : null}
      <ListTable<Share>
        caption={title}
        rows={rows}
        path={activities.figures()}
        query={{}}
        columns={[
          { label: "Intitulé", cell: ({ value, label }) => <a href={href(value)}>{label}</a> },
          { label: "Réunions", numeric: true, cell: (line) => formatNumber(line.meetings) },
          { label: "Temps", numeric: true, cell: (line) => formatHours(line.minutes) },
          {
            label: "Part du temps",
            numeric: true,
            cell: (line) => (total > 0 ? formatShare(line.minutes / total) : ""),
          },
        ]}
      />
    </section>
  );
}

function Team({ figures: { team, minutes, without_staff, meetings }, list }: PartProps) {
  const silent =
    without_staff > 0
      ? `${plural(without_staff, "réunion")} sur ${formatNumber(meetings)} ne ${without_staff < 2 ? "dit" : "disent"} pas qui de l’équipe y était.`
      : "";
  if (team.length === 0)
    return (
      <section>
        <h2>Par personne de l’équipe</h2>
        <p class="soft">
          {silent} <a href={list({ equipe: none })}>Les voir</a>
        </p>
      </section>
    );
  return (
    <>
      <Shares
        title="Par personne de l’équipe"
        note="Une réunion à plusieurs compte pour chacun : les heures ne s’additionnent pas."
        total={minutes}
        rows={team}
        href={(value) => list({ equipe: value })}
      />
      {silent ? (
        <p class="soft">
          {silent} <a href={list({ equipe: none })}>Les voir</a>
        </p>
      ) : null}
    </>
  );
}
