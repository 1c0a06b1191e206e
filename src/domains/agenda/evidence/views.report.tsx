import { agenda } from "#paths/agenda.ts";
import { trainingEvidence } from "#paths/training-evidence.ts";
import { formatHours, formatNumber, plural } from "#ui/format.ts";
import { ExportLinks, ListTable } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, Facts, PageHeader, Tag } from "#ui/page.tsx";
import type { TrainingLine, YearEvidence } from "./queries.ts";
import { type Check, type Counted, checksOf, type Report, reportOf } from "./rules.ts";
import { kindWords, objectiveWords } from "./texts.ts";

export const reportTitle = (year: number) => `Bilan pédagogique ${year}`;

/** The figures that the yearly report of a training body asks for, frame by frame, with the trainings they count. */
export function ReportPage({
  year,
  evidence: { lines, trainers, years },
  mayWrite,
}: {
  year: number;
  evidence: YearEvidence;
  mayWrite: boolean;
}) {
  const report = reportOf(lines);
  const path = trainingEvidence.exported();
  return (
    <>
      <PageHeader
        title={reportTitle(year)}
        trail={[{ label: "Agenda", href: agenda.all() }]}
        lead="Les cadres E et F du bilan pédagogique et financier (Cerfa n° 10443) d’un organisme de formation, comptés sur nos formations de l’année."
      >
        <ButtonLink href={trainingEvidence.quality()} label="Démarche qualité" kind="quiet" />
      </PageHeader>
      <nav aria-label="Années" class="years">
        {years.map((one) => (
          <>
            <a href={trainingEvidence.report(one.year)} aria-current={one.year === year ? "page" : undefined}>
              {one.year}
            </a>{" "}
          </>
        ))}
      </nav>
      {lines.length === 0 ? (
        <EmptyState title={`Aucune formation tenue en ${year} n’a de participants notés.`} />
      ) : (
        <>
          <Checks checks={checksOf(report)} />
          <Frames report={report} />
          <section>
            <h2>E. Qui a formé</h2>
            <Facts
              facts={[
                ["Personnes de l’équipe", formatNumber(trainers.inside_trainers)],
                ["Leurs heures de formation", formatHours(trainers.inside_minutes)],
                ["Personnes extérieures", formatNumber(trainers.outside_trainers)],
                ["Leurs heures de formation", formatHours(trainers.outside_minutes)],
              ]}
            />
          </section>
          <Rows lines={lines} mayWrite={mayWrite} />
          <ExportLinks path={path} query={{ annee: year }} />
        </>
      )}
    </>
  );
}

function Checks({ checks }: { checks: readonly Check[] }) {
  if (checks.every(({ holds }) => holds))
    return (
      <p role="status">
        <Tag label="Concorde" tone="good" /> Les totaux de F-1, F-3 et F-4 sont les mêmes, en stagiaires et en
        heures.
      </p>
    );
  return (
    <Callout tone="warning">
      <p>
        Ces contrôles de l’administration ne tiennent pas encore :{" "}
        {checks
          .filter(({ holds }) => !holds)
          .map(({ says }) => says)
          .join(" ; ")}
        . Donnez la spécialité de chaque formation ci-dessous.
      </p>
    </Callout>
  );
}

function Frames({ report }: { report: Report }) {
  const { kinds, objectives, specialties, subcontracted, total } = report;
  return (
    <>
      <Frame
        title="F-1. Qui a été formé"
        lines={kinds.map(({ key, ...counted }) => [kindWords[key], counted])}
        total={total}
      />
      <p class="soft">
        F-2. Dont confié par un autre organisme : {plural(subcontracted.people, "stagiaire")},{" "}
        {formatHours(subcontracted.minutes)}.
      </p>
      <Frame
        title="F-3. Ce que visaient les formations"
        lines={objectives.map(({ key, ...counted }) => [objectiveWords[key], counted])}
        total={total}
      />
      <Frame
        title="F-4. Les spécialités"
        lines={specialties.map(({ key, ...counted }) => [key || "À préciser", counted])}
        total={total}
      />
    </>
  );
}

type FrameLine = readonly [string, Counted];

function Frame({ title, lines, total }: { title: string; lines: readonly FrameLine[]; total: Counted }) {
  return (
    <section>
      <h2>{title}</h2>
      <ListTable<FrameLine>
        caption={title}
        path=""
        query={{}}
        rows={[...lines, ["Total", total]]}
        columns={[
          { label: "", cell: ([label]) => (label === "Total" ? <strong>{label}</strong> : label) },
          { label: "Stagiaires", numeric: true, cell: ([, { people }]) => formatNumber(people) },
          { label: "Heures-stagiaires", numeric: true, cell: ([, { minutes }]) => formatHours(minutes) },
        ]}
      />
    </section>
  );
}

function Rows({ lines, mayWrite }: { lines: readonly TrainingLine[]; mayWrite: boolean }) {
  return (
    <section>
      <h2>Les formations comptées</h2>
      <p class="soft">
        Une personne venue à plusieurs jours d’une formation compte une fois ; ses venues sont à côté. Sans
        présences nominatives, on compte les participants de la session la plus suivie.
      </p>
      <ListTable<TrainingLine>
        caption="Les formations comptées"
        path=""
        query={{}}
        rows={lines}
        columns={[
          {
            label: "Formation",
            cell: (line) =>
              mayWrite ? <a href={trainingEvidence.one(line.eventId)}>{line.title}</a> : line.title,
          },
          { label: "Stagiaires", cell: (line) => kindWords[line.kind] },
          {
            label: "Spécialité",
            cell: (line) => line.specialty || <Tag label="À préciser" tone="warning" />,
          },
          { label: "Personnes", numeric: true, cell: (line) => formatNumber(line.people) },
          { label: "Venues", numeric: true, cell: (line) => formatNumber(line.attendances) },
          { label: "Heures", numeric: true, cell: (line) => formatHours(line.minutes) },
          { label: "Compté", cell: (line) => (line.named ? "par nom" : "au nombre noté") },
        ]}
      />
    </section>
  );
}
