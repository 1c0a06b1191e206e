import { slugOf } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { projects } from "#paths/projects.ts";
import { plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { ProjectsOfOrganisation as Known } from "./queries.organisation.ts";
import { roleLabel, stageLabel, wordPeriod } from "./texts.ts";
import { StateTag } from "./views.list.tsx";

export const panelTitle = (organisation: { name: string }) => `Projets de ${organisation.name}`;

/** The frame in which the record of an organisation shows its projects. */
export const projectsFrame = "projets";

const factsOf = ({ roles, countries, starts_on, starts_precision, stage }: Known["lines"][number]) =>
  [
    roles.map((role) => roleLabel(role).toLowerCase()).join(", "),
    countries.join(", "),
    wordPeriod(starts_on, starts_precision),
    stageLabel(stage).toLowerCase(),
  ]
    .filter(Boolean)
    .join(" · ");

/** The projects where an organisation takes part: a page of its own, and a part of the organisation's record. */
export function PanelPage({
  organisation,
  known,
}: {
  organisation: { id: number; name: string };
  known: Known;
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={projectsFrame} target="_top">
        {known.total === 0 ? (
          <p>Aucun projet du panorama ne nomme cette organisation.</p>
        ) : (
          <>
            <ul class="lines">
              {known.lines.map((line) => (
                <li>
                  <a href={projects.one(line.id)}>{line.title}</a> <StateTag state={line.state} />
                  <p class="soft small">{factsOf(line)}</p>
                </li>
              ))}
            </ul>
            {known.total > known.lines.length ? (
              <p>
                <a href={withQuery(projects.all(), { acteur: organisation.id })}>
                  Les {plural(known.total, "projet")}
                </a>
              </p>
            ) : null}
          </>
        )}
      </turbo-frame>
    </>
  );
}

/** The public projects of an organisation, on its public card. */
export function ProjectsOfOrganisation({ organisationId, known }: { organisationId: number; known: Known }) {
  return (
    <>
      <ul class="lines">
        {known.lines.map((line) => (
          <li>
            <a class="line-title" href={projects.publicCard(line.id, slugOf(line.title))}>
              {line.title}
            </a>
            <p class="soft small">{factsOf(line)}</p>
          </li>
        ))}
      </ul>
      {known.total > known.lines.length ? (
        <p>
          <a href={withQuery(projects.publicList(), { acteur: organisationId })}>
            Ses {plural(known.total, "projet")}
          </a>
        </p>
      ) : null}
    </>
  );
}
