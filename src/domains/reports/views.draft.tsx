import { randomUUID } from "node:crypto";
import { withUnit } from "#domains/observatory/index.ts";
import { observatory } from "#paths/observatory.ts";
import { reports } from "#paths/reports.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import { chapters } from "./chapters.ts";
import type { EditionEntry } from "./queries.ts";
import type { Reconciled } from "./reconciliation.ts";
import type { Report } from "./report.ts";
import { ChapterSection } from "./views.chapter.tsx";
import { Annexes, Contents } from "./views.published.tsx";

/** The years that have a report to write or to read. */
export function DraftsPage({
  years,
  editions,
}: {
  years: readonly number[];
  editions: readonly EditionEntry[];
}) {
  return (
    <>
      <PageHeader
        title="Bilans annuels"
        lead="Un brouillon par année, toujours à jour. Publier en fige une édition, dont les chiffres ne bougent plus."
      />
      {years.length === 0 ? (
        <EmptyState title="Aucune année n’a encore de ligne.">
          <p>Le bilan se compose des réunions, des formations et des adhésions notées.</p>
        </EmptyState>
      ) : (
        <ul class="report-years">
          {years.map((year) => {
            const last = editions.find((edition) => edition.year === year);
            return (
              <li>
                <a class="report-year" href={reports.draft(year)}>
                  <span class="report-year-number">{year}</span>
                  <span>Ouvrir le brouillon</span>
                </a>
                <p class="help">
                  {last ? (
                    <a href={reports.published(year)}>
                      Édition {last.number}, publiée le {formatInstant(last.published_at)}
                    </a>
                  ) : (
                    "Pas encore publié"
                  )}
                  {" · "}
                  <a href={reports.reconciliation(year)}>Réconciliation</a>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

export const draftTitle = (year: number) => `Bilan ${year}, brouillon`;

interface Props {
  report: Report;
  reconciled: readonly Reconciled[];
  editions: readonly EditionEntry[];
  mayWrite: boolean;
}

/** The report of a year as the records stand now. */
export function DraftPage({ report, reconciled, editions, mayWrite }: Props) {
  const { year } = report;
  const differing = reconciled.filter(({ standing }) => standing === "differ");
  const remark = (indicator: string) => {
    const printed = differing.find(
      (claim) => claim.indicator_id === indicator && claim.indicator_key === null,
    );
    return printed ? (
      <a href={reports.reconciliation(year)}>
        {withUnit(Number(printed.value), printed.unit || report.figures[indicator]?.unit || "")} imprimés
      </a>
    ) : undefined;
  };
  return (
    <article class="report">
      <PageHeader
        title={draftTitle(year)}
        trail={[{ label: "Bilans annuels", href: reports.all() }]}
        lead="Les chiffres sont ceux des lignes notées à cet instant. Chacun s’ouvre sur les lignes qu’il compte."
      >
        <ButtonLink href={reports.draftPdf(year)} label="Voir le PDF" kind="quiet" />
        {mayWrite ? (
          <ActionForm
            action={reports.publication(year)}
            label={editions.length === 0 ? "Publier le bilan" : "Publier une nouvelle édition"}
            kind="primary"
            confirm={`Publier fige les chiffres du bilan ${year} dans une édition publique. Continuer ?`}
            hidden={{ once: randomUUID() }}
          />
        ) : null}
      </PageHeader>
      {differing.length > 0 ? (
        <Callout tone="warning">
          <p>
            {differing.length === 1
              ? "Un chiffre imprimé diffère du nôtre."
              : `${differing.length} chiffres imprimés diffèrent des nôtres.`}{" "}
            <a href={reports.reconciliation(year)}>Les comparer avant de publier</a>.
          </p>
        </Callout>
      ) : null}
      <Contents figures={report.figures} />
      {chapters.map((chapter) => (
        <ChapterSection
          report={report}
          chapter={chapter}
          rows={(id, key) => observatory.rows(id, year, key)}
          remark={remark}
          action={
            mayWrite ? (
              <p class="chapter-action">
                <a href={reports.passage(year, chapter.id)}>
                  {report.texts.some((one) => one.chapter === chapter.id && one.text)
                    ? "Modifier le texte"
                    : "Écrire un texte"}
                  <span class="sr-only"> du chapitre {chapter.title}</span>
                </a>
              </p>
            ) : undefined
          }
        />
      ))}
      <Annexes report={report} rows={(id) => observatory.rows(id, year)} />
    </article>
  );
}
