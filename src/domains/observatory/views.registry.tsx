import { observatory } from "#paths/observatory.ts";
import { Chart, LinesTable } from "#ui/chart.tsx";
import { formatNumber } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { EmptyState, Figure, PageHeader } from "#ui/page.tsx";
import type { Computed, Indicator, Line, YearFigures } from "./indicator.ts";
import { indicators } from "./indicators/index.ts";
import { comparedTo } from "./rules.ts";
import { withUnit } from "./texts.ts";

interface Props {
  year: number;
  years: readonly number[];
  current: YearFigures;
  before: YearFigures;
}

export const registryTitle = (year: number) => `Indicateurs ${year}`;

/** Every indicator with its value, the year before, its definition, and the way to its rows. */
export function RegistryPage({ year, years, current, before }: Props) {
  return (
    <>
      <PageHeader
        title={registryTitle(year)}
        lead="Chaque chiffre du réseau, ce qu’il veut dire, la règle qui le compte et les lignes comptées. Les mêmes sont publiés en données ouvertes."
      >
        <a class="button button-quiet" href={observatory.api(year)}>
          Données ouvertes (JSON)
        </a>
      </PageHeader>
      <nav class="years" aria-label="Années">
        {years.map((one) => (
          <a
            href={withQuery(observatory.all(), { annee: one })}
            aria-current={one === year ? "page" : undefined}
          >
            {one}
          </a>
        ))}
      </nav>
      {years.length === 0 ? (
        <EmptyState title="Aucune année n’a encore de ligne.">
          <p>Les indicateurs se calculent dès qu’une réunion, une formation ou une adhésion est notée.</p>
        </EmptyState>
      ) : (
        indicators.map((indicator) => (
          <section class="indicator" aria-labelledby={idOf(indicator)}>
            <h2 id={idOf(indicator)}>{indicator.label}</h2>
            <Value
              indicator={indicator}
              year={year}
              now={current.values[indicator.id]}
              before={comparedTo(before, indicator)}
            />
            <p>{indicator.definition}</p>
            <p class="help">
              <code>{indicator.id}</code>, règle version {indicator.rule_version}
            </p>
          </section>
        ))
      )}
    </>
  );
}

const idOf = ({ id }: Indicator) => id.replace(/\W/g, "-");

function Value({
  indicator,
  year,
  now,
  before,
}: {
  indicator: Indicator;
  year: number;
  now?: Computed;
  before?: Computed["value"];
}) {
  const { id, label, unit } = indicator;
  if (now === undefined) return null;
  if (typeof now.value === "number")
    return (
      <Figure
        value={unit === "%" ? withUnit(now.value, unit) : formatNumber(now.value)}
        label={unit === "%" ? label : unit}
        href={observatory.rows(id, year)}
        note={typeof before === "number" ? `${withUnit(before, unit)} en ${year - 1}` : undefined}
      />
    );
  const lines = now.value.map((line: Line) => ({
    ...line,
    href: observatory.rows(id, year, line.key),
    previous: Array.isArray(before) ? (before.find(({ key }) => key === line.key)?.value ?? 0) : undefined,
  }));
  const years = { year, previous: year - 1 };
  if (indicator.breakdown?.lines)
    return (
      <Chart
        title={`${label}, ${year}`}
        unit={unit}
        kind="months"
        lines={lines}
        name={idOf(indicator)}
        years={years}
      />
    );
  return (
    <details>
      <summary>{formatNumber(lines.length)} lignes</summary>
      <LinesTable title={`${label}, ${year}`} unit={unit} lines={lines} years={years} />
    </details>
  );
}
