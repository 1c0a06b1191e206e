import { asList, type CardPart, ofTheCard } from "#domains/directory/index.ts";
import { type ProjectLine, publicProjectsOf, wholeOf } from "./queries.organisation.ts";
import { ProjectsOfOrganisation } from "./views.panel.tsx";

/** “Ses projets”, on the public card of an organisation: the public ones, whoever reads. */
export const projectsPart: CardPart<ProjectLine[]> = {
  reads: () => asList(publicProjectsOf(ofTheCard)),
  draws(lines, organisationId) {
    if (lines.length === 0) return null;
    return {
      heading: "Ses projets",
      content: <ProjectsOfOrganisation organisationId={organisationId} known={wholeOf(lines)} />,
    };
  },
};
