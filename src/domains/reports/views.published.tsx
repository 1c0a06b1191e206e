import type { Line } from "#domains/observatory/index.ts";
import { type CountedRow, columnsOf, rowNames, withUnit } from "#domains/observatory/index.ts";
import { reports } from "#paths/reports.ts";
import { formatInstant, plural } from "#ui/format.ts";
import { ListTable, Pagination, type Query, Total } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, Facts, PageHeader } from "#ui/page.tsx";
import { annexes, chapters } from "./chapters.ts";
import type { Edition, EditionEntry } from "./queries.ts";
import type { Report, ReportFigure } from "./report.ts";
import { ChapterSection } from "./views.chapter.tsx";

export const reportTitle = (year: number) => `Bilan ${year}`;

/** Every report published, the last first. */
export function ReportsPage({ editions }: { editions: readonly EditionEntry[] }) {
  const years = [...Map.groupBy(editions, ({ year }) => year)];
  return (
    <>
      <PageHeader
        title="Bilans d’activité"
        lead="Ce que le réseau a fait chaque année. Chaque chiffre s’ouvre sur les lignes qu’il compte."
      />
      {years.length === 0 ? (
        <EmptyState title="Aucun bilan n’est encore publié.">
          <p>Le premier paraîtra ici, à lire en ligne ou en PDF.</p>
        </EmptyState>
      ) : (
        <ul class="report-years">
          {years.map(([year, [last]]) => (
            <li>
              <a class="report-year" href={reports.published(year)}>
                <span class="report-year-number">{year}</span>
                <span>Lire le bilan</span>
              </a>
              <p class="help">
                {last ? `Édition ${last.number}, publiée le ${formatInstant(last.published_at)}. ` : ""}
                <a href={reports.publishedPdf(year)}>PDF</a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** An edition as it was frozen. */
export function PublishedPage({ edition, others }: { edition: Edition; others: readonly EditionEntry[] }) {
  const { report, year, number } = edition;
  const latest = others[0]?.number ?? number;
  const asked = number === latest ? undefined : number;
  const rows = (id: string, key?: string) => reports.publishedRows(year, id, key, asked);
  return (
    <article class="report">
      <PageHeader title={reportTitle(year)} lead={`${report.network.name}. ${report.network.tagline}`}>
        <ButtonLink href={reports.publishedPdf(year, asked)} label="Télécharger le PDF" />
      </PageHeader>
      {asked === undefined ? null : (
        <Callout tone="warning">
          <p>
            Vous lisez l’édition {number}.{" "}
            <a href={reports.published(year)}>Une édition plus récente est publiée.</a>
          </p>
        </Callout>
      )}
      <Contents />
      {chapters.map((chapter) => (
        <ChapterSection report={report} chapter={chapter} rows={rows} />
      ))}
      <Annexes report={report} rows={rows} />
      <footer class="report-colophon">
        <p>
          Édition {number}, publiée le {formatInstant(edition.published_at)}. Ses chiffres ne bougent plus :
          ils disent ce qui était noté ce jour-là.
        </p>
        {others.length > 1 ? (
          <p>
            Toutes les éditions :{" "}
            {others.map((other, index) => (
              <>
                {index > 0 ? ", " : ""}
                <a href={reports.published(year, other.number)}>édition {other.number}</a>
              </>
            ))}
            .
          </p>
        ) : null}
      </footer>
    </article>
  );
}

export function Contents() {
  return (
    <nav class="report-contents" aria-label="Sommaire">
      <ol>
        {chapters.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
        <li>
          <a href="#annexes">Annexes</a>
        </li>
      </ol>
    </nav>
  );
}

export function Annexes({ report, rows }: { report: Report; rows: (id: string) => string }) {
  return (
    <section class="report-chapter" id="annexes" aria-labelledby="titre-annexes">
      <h2 id="titre-annexes">Annexes</h2>
      <ul class="report-annexes">
        {annexes.map(({ title, indicator }) => {
          const figure = report.figures[indicator];
          return (
            <li>
              <a href={rows(indicator)}>{title}</a>
              {figure && typeof figure.value === "number" ? ` : ${withUnit(figure.value, figure.unit)}` : ""}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface RowsProps {
  edition: Edition;
  figure: ReportFigure;
  line?: Line;
  rows: readonly CountedRow[];
  total: number;
  page: number;
  size: number;
  query: Query;
}

export const frozenTitle = (year: number, figure: ReportFigure, line?: Line) =>
  `${figure.label}${line ? ` : ${line.label}` : ""}, bilan ${year}`;

/** The rows that a published figure counted, as they were that day. */
export function FrozenRowsPage({ edition, figure, line, rows, total, page, size, query }: RowsProps) {
  const { year, number } = edition;
  const path = reports.publishedRows(year, figure.id);
  const value = line?.value ?? figure.value;
  return (
    <>
      <PageHeader
        title={frozenTitle(year, figure, line)}
        trail={[
          { label: reportTitle(year), href: reports.published(year, Number(query["edition"]) || undefined) },
        ]}
        lead={figure.definition}
      />
      <Facts
        facts={[
          [
            "Chiffre publié",
            typeof value === "number" ? withUnit(value, figure.unit) : plural(value.length, "ligne"),
          ],
          ["Édition", `${number}, publiée le ${formatInstant(edition.published_at)}`],
          ["Règle de calcul", `version ${figure.rule_version}`],
          ["Écrit dans les lignes", line?.note && line.note !== line.label ? line.note : ""],
        ]}
      />
      <Total count={total} one={rowNames[figure.rows][0]} many={rowNames[figure.rows][1]} />
      <ListTable
        caption={`Lignes comptées : ${frozenTitle(year, figure, line)}`}
        columns={columnsOf(figure.rows)}
        rows={rows}
        path={path}
        query={query}
      />
      <Pagination page={page} size={size} total={total} path={path} query={query} />
    </>
  );
}
