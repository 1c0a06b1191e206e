import { projects } from "#paths/projects.ts";
import { PageHeader } from "#ui/page.tsx";

export const noFileTitle = "Pas de fichier IATI";

const reasons = {
  siren:
    "Un fichier IATI est signé du SIREN de qui le publie, et les réglages de ce réseau n’en disent pas encore.",
  nothing:
    "Aucun des projets demandés ne dit tout ce que le format exige : une date de début, un pays, un secteur, un acteur.",
} as const;

/** There is no file to give, and why. */
export const NoFilePage = ({ reason }: { reason: keyof typeof reasons }) => (
  <>
    <PageHeader title={noFileTitle} lead={reasons[reason]} />
    <p>
      <a href={projects.publicList()}>Voir les projets</a> : la page les donne aussi en tableur, en JSON et en
      GeoJSON.
    </p>
  </>
);
