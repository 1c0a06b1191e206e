import { projects } from "#paths/projects.ts";
import { Chart } from "#ui/chart.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import type { Figure, Figures } from "./queries.figures.ts";
import { queryOf } from "./views.filters.tsx";
import { GoalsChart } from "./views.goals.tsx";
import type { LookProps } from "./views.public.tsx";

const path = projects.publicList();
/** Bars of a chart; the others are in the table of the filters. */
const most = 15;

/** The projects that answer the question, counted: each chart says what it counts twice and what it does not know. */
export function FiguresLook({ asked, figures }: LookProps & { figures: Figures }) {
  const query = { ...queryOf(asked), vue: undefined, page: undefined };
  const lines = (values: readonly Figure[], name: string) =>
    values.slice(0, most).map(({ value, label, count }) => ({
      label,
      value: count,
      href: withQuery(path, query, { [name]: value }),
    }));
  return (
    <>
      <GoalsChart figures={figures} href={(goal) => withQuery(path, query, { odd: goal })} />
      <Breakdown
        title="Par zone du monde"
        name="zones"
        lines={lines(figures.zones, "zone")}
        note="Zones des Nations unies. Un projet compte dans chacune des siennes."
        total={figures.total}
        unknown={figures.withoutCountry}
        what="aucun pays"
      />
      <Breakdown
        title="Par secteur d’action"
        name="secteurs"
        lines={lines(figures.sectors, "secteur")}
        note="Un projet compte dans chacun de ses secteurs."
        total={figures.total}
        unknown={figures.withoutSector}
        what="aucun secteur"
      />
      <Breakdown
        title="Par pays"
        name="pays"
        lines={lines(figures.countries, "pays")}
        note={`Un projet compte dans chacun de ses pays.${figures.countries.length > most ? ` Les ${most} premiers sur ${figures.countries.length}.` : ""}`}
        total={figures.total}
        unknown={figures.withoutCountry}
        what="aucun pays"
      />
    </>
  );
}

function Breakdown({
  title,
  name,
  lines,
  note,
  total,
  unknown,
  what,
}: {
  title: string;
  name: string;
  lines: readonly { label: string; value: number; href: string }[];
  note: string;
  total: number;
  unknown: number;
  /** What the projects left out do not say. */
  what: string;
}) {
  return (
    <section>
      {lines.length === 0 ? (
        <h2>{title}</h2>
      ) : (
        <Chart title={title} unit="projets" kind="bars" name={name} lines={lines} />
      )}
      <p class="soft">
        {lines.length === 0 ? "" : `${note} `}
        {unknown === 0
          ? "Tous les projets en disent au moins un."
          : `${plural(unknown, "projet")} sur ${formatNumber(total)} ${unknown < 2 ? "ne dit" : "ne disent"} ${what}.`}
      </p>
    </section>
  );
}
