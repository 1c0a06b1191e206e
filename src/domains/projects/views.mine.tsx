import { slugOf } from "#domains/directory/index.ts";
import { projects } from "#paths/projects.ts";
import { formatAmount, formatDay } from "#ui/format.ts";
import { ButtonLink, Callout, EmptyState, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { MyProject } from "./queries.mine.ts";
import type { ProjectRecord } from "./queries.record.ts";
import { roles, stateOf } from "./rules.ts";
import { stageLabel, wordDates } from "./texts.ts";

export const mineTitle = "Mes projets";
const up = [{ label: mineTitle, href: projects.mine() }];

/** How each state is said to who carries the project. */
const words = {
  proposed: "Attend l’accord du réseau",
  internal: "Connu du réseau, pas encore public",
  listed: "Public",
  archived: "Archivé",
} as const;

/** The projects of the organisations that one speaks for. */
export function MinePage({ lines, mayPropose }: { lines: readonly MyProject[]; mayPropose: boolean }) {
  return (
    <>
      <PageHeader
        title={mineTitle}
        trail={[{ label: "Mon espace", href: "/espace?ici" }]}
        lead="Les projets que portent les organisations pour lesquelles vous parlez. Ce que vous proposez est lu par l’équipe du réseau avant de paraître."
      >
        {mayPropose ? <ButtonLink href={projects.propose()} label="Proposer un projet" /> : null}
      </PageHeader>
      {lines.length === 0 ? (
        <Nothing mayPropose={mayPropose} />
      ) : (
        <ul class="lines">
          {lines.map((line) => (
            <li>
              <a class="line-title" href={projects.myProject(line.id)}>
                {line.title}
              </a>{" "}
              <Tag label={words[line.state]} tone={line.state === "listed" ? "good" : "plain"} />{" "}
              {line.waiting && line.state !== "proposed" ? (
                <Tag label="Modifications à lire par l’équipe" tone="warning" />
              ) : null}
              <p class="soft small">
                {line.organisation} · {stageLabel(line.stage).toLowerCase()}
              </p>
              {line.answer ? <p class="small">Le dernier mot du réseau : « {line.answer} »</p> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Nothing({ mayPropose }: { mayPropose: boolean }) {
  if (mayPropose)
    return (
      <EmptyState title="Le panorama ne connaît pas encore de projet que vous portez">
        <p>Dites ce que vous faites : l’équipe le relit, puis il paraît parmi les projets du réseau.</p>
        <ButtonLink href={projects.propose()} label="Proposer un projet" />
      </EmptyState>
    );
  return (
    <EmptyState title="Vous ne parlez encore pour aucune organisation">
      <p>
        Les projets se proposent au nom d’une organisation. Demandez à l’équipe du réseau de vous rattacher à
        la vôtre. <a href={projects.publicList()}>Voir les projets du réseau</a>
      </p>
    </EmptyState>
  );
}

/** One of my projects, with its exact amounts, and what I can do of it. */
export function MyProjectPage({ project, mayPropose }: { project: ProjectRecord; mayPropose: boolean }) {
  const { id } = project;
  const state = stateOf(project);
  return (
    <>
      <PageHeader title={project.title} trail={up} lead={project.summary}>
        {state === "listed" ? (
          <ButtonLink
            href={projects.publicCard(id, slugOf(project.title))}
            label="Voir la fiche publique"
            kind="quiet"
          />
        ) : null}
        {mayPropose && state !== "archived" ? (
          <>
            <ButtonLink href={projects.myEdit(id)} label="Mettre à jour" />
            <ButtonLink href={projects.myUpdates(id)} label="Donner une nouvelle" kind="quiet" />
          </>
        ) : null}
      </PageHeader>
      <p>
        <Tag label={words[state]} tone={state === "listed" ? "good" : "plain"} />
      </p>
      {project.waiting > 0 && state !== "proposed" ? (
        <Callout>
          <p>Vos modifications attendent d’être lues par l’équipe. En envoyer d’autres les remplace.</p>
        </Callout>
      ) : null}
      <Facts facts={factsOf(project)} />
      <Paragraphs text={project.description} />
      {project.updates.length > 0 ? (
        <section>
          <h2>Nouvelles</h2>
          <ul class="lines">
            {project.updates.map((update) => (
              <li>
                <p class="line-title">{update.title}</p>
                <p class="soft small">
                  {formatDay(update.told_on)} · {newsWords[update.state]}
                  {update.answer ? ` : « ${update.answer} »` : ""}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

const newsWords = { waiting: "à lire par l’équipe", published: "publiée", refused: "pas retenue" } as const;

const factsOf = (project: ProjectRecord) =>
  [
    ["Étape", stageLabel(project.stage)],
    ["Dates", wordDates(project)],
    ...roles.map(
      ({ code, many }) =>
        [
          many,
          project.participants
            .filter(({ role }) => role === code)
            .map(({ name, country }) => (country ? `${name} (${country})` : name))
            .join(", "),
        ] as const,
    ),
    ["Pays", project.countries.map(({ name }) => name).join(", ")],
    ["Secteurs d’action", project.sectors.map(({ label }) => label).join(", ")],
    ["ODD", project.goals.map(({ label }) => label).join(" ; ")],
    [
      "Budget",
      project.budget
        .map(({ funder, planned_cents, received_cents }) =>
          [
            funder,
            planned_cents === null ? "" : `${formatAmount(planned_cents)} prévus`,
            received_cents === null ? "" : `${formatAmount(received_cents)} reçus`,
          ]
            .filter(Boolean)
            .join(", "),
        )
        .join(" ; "),
    ],
  ] as const;
