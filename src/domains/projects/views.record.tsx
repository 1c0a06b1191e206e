import { slugOf } from "#domains/directory/index.ts";
import { accounts } from "#paths/accounts.ts";
import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatAmount, formatInstant, formatNumber } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { ProjectRecord } from "./queries.record.ts";
import { budgetRange, budgetTotal, roles, stateOf } from "./rules.ts";
import { roleLabel, stageLabel, wordDates, wordOrigin } from "./texts.ts";
import { upToList } from "./views.edit.tsx";
import { StateTag } from "./views.list.tsx";
import { News } from "./views.news.tsx";
import { PicturesPanel } from "./views.pictures.tsx";

export interface RecordProps {
  project: ProjectRecord;
  /** The accounts named on the page, by number. */
  names: ReadonlyMap<string, string>;
  mayWrite: boolean;
  seesAmounts: boolean;
  /** The journal is the administrators'. */
  seesChanges: boolean;
}

/** A project as the team reads it, and what one can do of it. */
export function ProjectPage({ project, names, mayWrite, seesAmounts, seesChanges }: RecordProps) {
  const { id } = project;
  const state = stateOf(project);
  return (
    <>
      <PageHeader title={project.title} trail={upToList} lead={project.summary}>
        {state === "listed" ? (
          <ButtonLink
            href={projects.publicCard(id, slugOf(project.title))}
            label="Voir la fiche publique"
            kind="quiet"
          />
        ) : null}
        {mayWrite ? <ButtonLink href={projects.edit(id)} label="Modifier" accesskey="m" /> : null}
        {mayWrite ? <Acts project={project} /> : null}
      </PageHeader>
      <p>
        <StateTag state={state} /> <LastAct project={project} names={names} />
      </p>
      {project.waiting > 0 ? (
        <Callout tone="warning">
          <p>
            Qui porte ce projet a proposé quelque chose : <a href={projects.waiting()}>lire ce qui attend</a>.
          </p>
        </Callout>
      ) : null}
      <Facts facts={factsOf(project, seesAmounts)} />
      <Paragraphs text={project.description} />
      <Budget project={project} seesAmounts={seesAmounts} />
      <Markers project={project} mayWrite={mayWrite} />
      <PicturesPanel project={project} mayWrite={mayWrite} />
      <News project={project} names={names} mayWrite={mayWrite} />
      {seesAmounts && project.notes ? (
        <section>
          <h2>Notes de l’équipe</h2>
          <Paragraphs text={project.notes} />
        </section>
      ) : null}
      {seesChanges ? (
        <p>
          <a href={withQuery(accounts.changes(), { table: "projects.projects", fiche: id })}>
            Qui a modifié ce projet
          </a>
        </p>
      ) : null}
    </>
  );
}

function Acts({ project }: { project: ProjectRecord }) {
  const { id } = project;
  const state = stateOf(project);
  if (state === "archived")
    return <ActionForm action={projects.restoration(id)} label="Rétablir" kind="primary" />;
  return (
    <>
      {state === "listed" ? (
        <ActionForm action={projects.withdrawal(id)} label="Dépublier" />
      ) : (
        <ActionForm action={projects.publication(id)} label="Publier" />
      )}
      <ActionForm action={projects.archive(id)} label="Archiver" kind="danger" />
    </>
  );
}

function LastAct({ project, names }: Pick<RecordProps, "project" | "names">) {
  const [last] = project.publications;
  if (!last) return null;
  const who = names.get(last.account_id ?? "");
  return (
    <span class="soft small">
      {last.act === "publish" ? "Publié" : "Dépublié"} le {formatInstant(new Date(last.made_at))}
      {who ? ` par ${who}` : ""}.
    </span>
  );
}

const factsOf = (project: ProjectRecord, seesAmounts: boolean) =>
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

function Budget({ project: { budget }, seesAmounts }: Pick<RecordProps, "project" | "seesAmounts">) {
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

function Markers({ project, mayWrite }: Pick<RecordProps, "project" | "mayWrite">) {
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
