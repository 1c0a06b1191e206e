import { Facet, type FacetValue, WordSearch } from "#ui/filters.tsx";
import { type Query, withQuery } from "#ui/list.tsx";
import type { Dimension, ProjectQuestion } from "./input.list.ts";
import type { Count, ProjectList } from "./queries.list.ts";
import { origins, stages, states } from "./rules.ts";

/** What was asked, as the addresses of this page say it. */
export const queryOf = ({ page, ...asked }: ProjectQuestion): Query => ({
  ...asked,
  page: page === 1 ? undefined : page,
  vue: asked.vue === "liste" ? undefined : asked.vue,
});

/** Whether anything narrows the list. */
export const isNarrowed = ({ tri: _, page: __, vue: ___, ...asked }: ProjectQuestion) =>
  Object.values(asked).some((value) => value !== undefined);

const titles: Record<Dimension, string> = {
  etat: "État",
  departement: "Département",
  zone: "Zone du monde",
  pays: "Pays",
  secteur: "Secteur",
  odd: "Objectif (ODD)",
  axe: "Axe stratégique",
  etape: "Étape",
  annee: "En cours en",
  origine: "Origine",
};

/** Values that the database counts by their code, and that addresses name in French. */
const named: Partial<Record<Dimension, readonly { code: string; name: string; label: string }[]>> = {
  etape: stages,
  origine: origins,
  etat: states,
};

const shown = 12;

/** Search, then the filters with what each would give. */
export function Filters({
  path,
  list,
  asked,
  dimensions,
}: {
  path: string;
  list: Pick<ProjectList, "facets" | "labels">;
  asked: ProjectQuestion;
  dimensions: readonly Dimension[];
}) {
  const query = queryOf(asked);
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher dans les projets"
        field="Mots du projet, organisation, pays"
        words={asked.q}
        query={query}
      />
      {isNarrowed(asked) ? (
        <p>
          <a href={withQuery(path, { vue: query["vue"], tri: asked.tri })}>Effacer les filtres</a>
        </p>
      ) : null}
      {dimensions.map((dimension) => (
        <Facet
          title={titles[dimension]}
          name={dimension}
          path={path}
          query={query}
          values={valuesOf(dimension, list.facets[dimension], asked, list.labels)}
        />
      ))}
    </>
  );
}

/** The values of a filter in the words of addresses; the one chosen stays, even with nothing left. */
function valuesOf(
  dimension: Dimension,
  counts: readonly Count[],
  asked: ProjectQuestion,
  labels: ProjectList["labels"],
): FacetValue[] {
  const list = named[dimension];
  const values = counts
    .filter(({ value }) => value !== null)
    .map(({ value, label, count }) => {
      const known = list?.find(({ code }) => code === value);
      return { value: known?.name ?? value, label: known?.label ?? label, count };
    });
  const chosen = asked[dimension] === undefined ? undefined : String(asked[dimension]);
  const here = values.find(({ value }) => value === chosen);
  const few = values.slice(0, dimension === "odd" ? 17 : shown);
  if (chosen === undefined || few.some(({ value }) => value === chosen)) return few;
  const label = list?.find(({ name }) => name === chosen)?.label ?? labels[dimension] ?? chosen;
  return [...few, here ?? { value: chosen, label, count: 0 }];
}
