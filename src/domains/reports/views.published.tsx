import { isOpen, withUnit } from "#domains/observatory/index.ts";
import { reports } from "#paths/reports.ts";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import { annexesOf, chaptersOf } from "./chapters.ts";
import type { Edition, EditionEntry } from "./queries.ts";
import type { Report } from "./report.ts";
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
  const rows = (id: string, key?: string) => {
    const figure = report.figures[id];
    return figure && isOpen(figure.rows) ? reports.publishedRows(year, id, key, asked) : undefined;
  };
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
      <Contents figures={report.figures} />
      {chaptersOf(report.figures).map((chapter) => (
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

/** The chapters that these figures can tell, and the annexes. */
export function Contents({ figures }: { figures: Report["figures"] }) {
  return (
    <nav class="report-contents" aria-label="Sommaire">
      <ol>
        {chaptersOf(figures).map(({ id, title }) => (
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

export function Annexes({ report, rows }: { report: Report; rows: (id: string) => string | undefined }) {
  return (
    <section class="report-chapter" id="annexes" aria-labelledby="titre-annexes">
      <h2 id="titre-annexes">Annexes</h2>
      <ul class="report-annexes">
        {annexesOf(report.figures).map(({ title, indicator }) => {
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
