import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { formatAmount, formatInstant, formatNumber } from "#ui/format.ts";
import { ButtonLink, Facts } from "#ui/page.tsx";
import type { ProjectRecord } from "./queries.record.ts";
import { budgetRange, budgetTotal, roles } from "./rules.ts";
import { roleLabel, stageLabel, wordDates, wordOrigin } from "./texts.ts";

/** The facts of a record, in the order in which one tells a project. */
export const factsOf = (project: ProjectRecord, seesAmounts: boolean) =>
  [
    ["Étape", stageLabel(project.stage)],
    ["Dates", wordDates(project)],
    ...roles
      .map(({ code, label }) => [label, <People project={project} role={code} />] as const)
      .filter(([label]) => project.participants.some(({ role }) => roleLabel(role) === label)),
    ["Lieux ici", placesOf(project, "here")],
    ["Pays", project.countries.map(({ name }) => name).join(", ")],
    ["Lieux là-bas", placesOf(project, "there")],
    ["Secteurs d’action", project.sectors.map(({ label }) => label).join(", ")],
    ["ODD principal", project.goals.find(({ id }) => id === project.main_goal_id)?.label],
    [
      "Autres ODD",
      project.goals
        .filter(({ id }) => id !== project.main_goal_id)
        .map(({ label }) => label)
        .join(", "),
    ],
    ["Axe stratégique", project.axis?.label],
    ["Bénéficiaires", project.beneficiaries],
    [
      "Nombre de bénéficiaires",
      project.beneficiary_count === null ? null : formatNumber(project.beneficiary_count),
    ],
    ["Budget", seesAmounts ? null : budgetRange(budgetTotal(project.budget))],
    ["Page sur internet", project.website ? <a href={project.website}>{project.website}</a> : null],
    ["Origine", wordOrigin(project)],
    ["Dernière modification", formatInstant(project.updated_at)],
  ] as const;

const placesOf = (project: ProjectRecord, side: "here" | "there") =>
  project.places
    .filter((place) => place.side === side)
    .map(({ label, country, commune_code }) =>
      side === "there"
        ? [label, country].filter((word, index, all) => all.indexOf(word) === index).join(", ")
        : commune_code || !label
          ? label
          : `${label} (commune non reconnue)`,
    )
    .join(" ; ");

function People({ project, role }: { project: ProjectRecord; role: string }) {
  return (
    <ul>
      {project.participants
        .filter((one) => one.role === role)
        .map(({ name, organisation_id, country, listed }) => (
          <li>
            {organisation_id ? <a href={directory.one(organisation_id)}>{name}</a> : name}
            {country ? ` (${country})` : ""}
            {organisation_id && !listed ? (
              <span class="soft"> : interne à l’annuaire, son nom n’est pas public</span>
            ) : null}
            {!organisation_id && !country ? (
              <span class="soft"> : absente de l’annuaire, ou pas trouvée sûrement</span>
            ) : null}
          </li>
        ))}
    </ul>
  );
}

/** What each funder plans and has given; for those who read amounts. */
export function Budget({
  project: { budget },
  seesAmounts,
}: {
  project: ProjectRecord;
  seesAmounts: boolean;
}) {
  if (!seesAmounts || budget.length === 0) return null;
  const cell = (cents: number | null) => (cents === null ? "" : formatAmount(cents));
  const sum = (column: "planned_cents" | "received_cents") =>
    budget.some((line) => line[column] !== null)
      ? budget.reduce((total, line) => total + (line[column] ?? 0), 0)
      : null;
  return (
    <section>
      <h2>Budget</h2>
      <table class="table">
        <caption class="sr-only">Le budget par financeur</caption>
        <thead>
          <tr>
            <th scope="col">Financeur</th>
            <th scope="col" class="numeric">
              Prévu
            </th>
            <th scope="col" class="numeric">
              Reçu
            </th>
          </tr>
        </thead>
        <tbody>
          {budget.map(({ funder, planned_cents, received_cents }) => (
            <tr>
              <th scope="row">{funder}</th>
              <td class="numeric">{cell(planned_cents)}</td>
              <td class="numeric">{cell(received_cents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td class="numeric">{cell(sum("planned_cents"))}</td>
            <td class="numeric">{cell(sum("received_cents"))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** The scores, and the way to the questions. */
export function Markers({ project, mayWrite }: { project: ProjectRecord; mayWrite: boolean }) {
  return (
    <section>
      <h2>Marqueurs</h2>
      {project.markers.length === 0 ? (
        <p class="soft">Aucun marqueur n’est noté.</p>
      ) : (
        <Facts
          facts={project.markers.map(({ label, score, by_hand, reason }) => [
            label,
            [`${score} sur 2`, by_hand ? "notée à la main" : "", reason].filter(Boolean).join(", "),
          ])}
        />
      )}
      {mayWrite ? (
        <p>
          <ButtonLink href={projects.markers(project.id)} label="Noter les marqueurs" kind="quiet" />
        </p>
      ) : null}
    </section>
  );
}
