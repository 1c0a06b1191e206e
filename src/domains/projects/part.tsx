import type { CardPart } from "#domains/directory/index.ts";
import { listProjectsOf } from "./queries.organisation.ts";
import { ProjectsOfOrganisation } from "./views.panel.tsx";

/** “Ses projets”, on the public card of an organisation: the public ones, whoever reads. */
export const projectsPart: CardPart = async (db, organisationId) => {
  const known = await listProjectsOf(db, organisationId, "public");
  if (known.total === 0) return null;
  return {
    heading: "Ses projets",
    content: <ProjectsOfOrganisation organisationId={organisationId} known={known} />,
  };
};
