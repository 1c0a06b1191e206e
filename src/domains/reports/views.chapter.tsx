import type { Child } from "hono/jsx";
import { withUnit } from "#domains/observatory/index.ts";
import { Chart, type ChartLine, LinesTable } from "#ui/chart.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { PlacesMap } from "#ui/map.tsx";
import { Figure } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import { type Chapter, type Exhibit, figuresOf } from "./chapters.ts";
import { linesOf, type Report, type ReportFigure } from "./report.ts";

/** Where a figure's rows are: live in the draft, frozen in an edition; nowhere when they are not for everyone. */
export type RowsLink = (indicator: string, key?: string) => string | undefined;

interface Props {
  report: Report;
  chapter: Chapter;
  rows: RowsLink;
  /** A remark beside a figure, such as what was printed. */
  remark?: (indicator: string) => Child;
  /** What staff can do here. */
  action?: Child;
}

/** One chapter: staff's words, its figures, its drawings; each number opens on the rows that it counts. */
export function ChapterSection({ report, chapter, rows, remark, action }: Props) {
  const text = report.texts.find((one) => one.chapter === chapter.id)?.text;
  const figures = figuresOf(chapter, report);
  const drawn = chapter.exhibits
    .flatMap(({ indicator }) => report.figures[indicator] ?? [])
    .filter((figure) => linesOf(figure).length > 0);
  return (
    <section class="report-chapter" id={chapter.id} aria-labelledby={`titre-${chapter.id}`}>
      <h2 id={`titre-${chapter.id}`}>{chapter.title}</h2>
      <p class="lead">{chapter.lead}</p>
      {text ? (
        <div class="prose">
          <Paragraphs text={text} />
        </div>
      ) : null}
      {action}
      <div class="figures">
        {figures.map((figure) => (
          <KeyFigure figure={figure} year={report.year} href={rows(figure.id)} remark={remark?.(figure.id)} />
        ))}
      </div>
      {chapter.exhibits.map((exhibit) => (
        <ExhibitView report={report} exhibit={exhibit} rows={rows} />
      ))}
      <details class="definitions">
        <summary>
          Comment ces chiffres sont comptés<span class="sr-only"> : {chapter.title}</span>
        </summary>
        <dl>
          {[...figures, ...drawn].map(({ label, definition, rule_version }) => (
            <div>
              <dt>{label}</dt>
              <dd>
                {definition} (Règle version {rule_version}.)
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function KeyFigure({
  figure,
  year,
  href,
  remark,
}: {
  figure: ReportFigure;
  year: number;
  href: string | undefined;
  remark?: Child;
}) {
  const { value, label, unit, previous } = figure;
  const percent = unit === "%" ? "\u00a0%" : "";
  return (
    <Figure
      value={typeof value === "number" ? formatNumber(value) + percent : plural(value.length, "ligne")}
      label={label}
      href={href}
      note={
        typeof previous === "number" || remark ? (
          <>
            {typeof previous === "number" ? `${withUnit(previous, unit)} en ${year - 1}. ` : null}
            {remark}
          </>
        ) : undefined
      }
    />
  );
}

export function chartLines(figure: ReportFigure | undefined, rows: RowsLink): ChartLine[] {
  const previous = figure?.previous;
  return linesOf(figure).map((line) => ({
    ...line,
    href: figure ? rows(figure.id, line.key) : undefined,
    previous: typeof previous === "object" ? (previous[line.key] ?? 0) : undefined,
  }));
}

function ExhibitView({ report, exhibit, rows }: { report: Report; exhibit: Exhibit; rows: RowsLink }) {
  const figure = report.figures[exhibit.indicator];
  const lines = chartLines(figure, rows);
  if (!figure || lines.length === 0) return null;
  const named = { title: figure.label, unit: figure.unit, lines, name: figure.id.replace(/\W/g, "-") };
  const years = { year: report.year, previous: report.year - 1 };
  switch (exhibit.form) {
    case "ranking":
      return (
        <section class="ranking">
          <h3>{figure.label}</h3>
          <LinesTable {...named} years={years} />
        </section>
      );
    case "places":
      return <PlacesMap {...named} departments={report.map.departments} points={report.map.points} />;
    default:
      return <Chart {...named} kind={exhibit.form} years={years} />;
  }
}
