import { Facet, WordSearch } from "#ui/filters.tsx";
import type { Query } from "#ui/list.tsx";
import type { Dimension, Question } from "./input.ts";
import type { Counts } from "./rules.ts";

/** The question as the links of the list carry it on. */
export const queryOf = ({ within: _, ...asked }: Question): Query => asked;

const titles: Record<Dimension, string> = {
  departement: "Département",
  famille: "Famille d’acteurs",
  type: "Type d’acteur",
  visibilite: "Qui voit la fiche",
  statut: "État de la fiche",
};

/** The field of the search: what is filtered stays filtered, the page starts again. */
export function Search({ path, asked }: { path: string; asked: Question }) {
  return (
    <WordSearch
      action={path}
      label="Chercher une organisation"
      field="Nom, sigle ou mot de la présentation"
      words={asked.q}
      query={queryOf(asked)}
    />
  );
}

/** The filters of these dimensions, each value with what it would give. */
export function Filters({
  path,
  asked,
  counts,
  dimensions,
}: {
  path: string;
  asked: Question;
  counts: Counts;
  dimensions: readonly Dimension[];
}) {
  return (
    <>
      {dimensions.map((dimension) => (
        <Facet
          title={titles[dimension]}
          name={dimension}
          values={counts.facets[dimension]}
          path={path}
          query={queryOf(asked)}
        />
      ))}
    </>
  );
}

/** What is asked, in words: `« mali », Nord, OSIM`. Empty when nothing is. */
export function wordsOf(asked: Question, counts: Counts): string {
  const filters = (Object.keys(titles) as Dimension[]).map(
    (dimension) => counts.facets[dimension].find((line) => line.value === asked[dimension])?.label,
  );
  return [asked.q ? `« ${asked.q} »` : undefined, ...filters].filter(Boolean).join(", ");
}
