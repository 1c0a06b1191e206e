import { slugOf } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { formatNumber, plural } from "#ui/format.ts";
import { GoalList } from "#ui/goal.tsx";
import { withQuery } from "#ui/list.tsx";
import { Facts, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { PublicProject } from "./rules.public.ts";
import { roles } from "./rules.ts";
import { stageLabel, wordDates, wordOrigin } from "./texts.ts";
import { NewsText } from "./views.news.tsx";
import { ProjectPicture } from "./views.pictures.tsx";
import { Where } from "./views.where.tsx";

/** A project as everyone reads it. */
export function CardPage({
  project,
  departments,
}: {
  project: PublicProject;
  departments: readonly string[];
}) {
  const main = project.goals.filter(({ id }) => id === project.main_goal_id);
  const others = project.goals.filter(({ id }) => id !== project.main_goal_id);
  return (
    <article class="card project-card">
      <PageHeader
        title={project.title}
        trail={[{ label: "Les projets", href: projects.publicList() }]}
        lead={project.summary}
      />
      <div class="card-columns">
        <div class="card-main">
          {project.pictures.length > 0 ? (
            <div class="pictures">
              {project.pictures.map((picture) => (
                <ProjectPicture picture={picture} />
              ))}
            </div>
          ) : null}
          <div class="prose">
            <Paragraphs text={project.description} />
          </div>
          <People project={project} />
          {project.goals.length > 0 ? (
            <section>
              <h2>Les objectifs de développement durable qu’il sert</h2>
              {main.length > 0 ? (
                <>
                  <p class="soft">D’abord :</p>
                  <GoalList goals={main} />
                </>
              ) : null}
              {others.length > 0 ? (
                <>
                  {main.length > 0 ? <p class="soft">Et aussi :</p> : null}
                  <GoalList goals={others} />
                </>
              ) : null}
            </section>
          ) : null}
          {project.updates.length > 0 ? (
            <section>
              <h2>Nouvelles du projet</h2>
              {project.updates.map((update) => (
                <article class="news">
                  <NewsText update={update} level={3} />
                </article>
              ))}
            </section>
          ) : null}
        </div>
        <div class="card-side aside">
          <section>
            <h2>En bref</h2>
            <Facts facts={factsOf(project)} />
          </section>
        </div>
      </div>
      <Where project={project} departments={departments} />
    </article>
  );
}

const factsOf = (project: PublicProject) =>
  [
    ["Étape", stageLabel(project.stage)],
    ["Quand", wordDates(project)],
    ["Pays", <Countries project={project} />],
    ["Secteurs d’action", project.sectors.map(({ label }) => label).join(", ")],
    ["Axe stratégique", project.axis?.label],
    ["Bénéficiaires", project.beneficiaries],
    [
      "Nombre de bénéficiaires",
      project.beneficiary_count === null ? null : formatNumber(project.beneficiary_count),
    ],
    ["Budget", project.range],
    ["Financeurs", project.funders.join(", ")],
    [
      "Marqueurs",
      project.markers
        .map(({ label, score }) => `${label} (${score === 2 ? "objectif principal" : "significatif"})`)
        .join(", "),
    ],
    [
      "Sur internet",
      project.website ? <a href={project.website}>{project.website.replace(/^https?:\/\//, "")}</a> : null,
    ],
    ["Origine", wordOrigin(project)],
  ].filter(([name]) => name !== "Pays" || project.countries.length > 0) as [string, string | null][];

const Countries = ({ project: { countries } }: { project: PublicProject }) => (
  <>
    {countries.map(({ code, name }, index) => (
      <>
        {index > 0 ? ", " : ""}
        <a href={withQuery(projects.publicList(), { pays: code })}>{name}</a>
      </>
    ))}
  </>
);

function People({ project }: { project: PublicProject }) {
  return (
    <>
      {roles.map(({ code, many }) => {
        const people = project.participants.filter(({ role }) => role === code);
        if (people.length === 0) return null;
        return (
          <section>
            <h2>{many}</h2>
            <ul>
              {people.map(({ name, organisation_id, country }) => (
                <li>
                  {organisation_id ? (
                    <a href={directory.publicCard(organisation_id, slugOf(name))}>{name}</a>
                  ) : (
                    name
                  )}
                  {country ? ` (${country})` : ""}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {project.unnamed > 0 ? (
        <p class="soft">
          Et {plural(project.unnamed, "organisation")} qui n’{project.unnamed < 2 ? "est" : "sont"} pas dans
          l’annuaire public.
        </p>
      ) : null}
    </>
  );
}
