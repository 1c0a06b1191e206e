import { Facet, WordSearch } from "#ui/filters.tsx";
import type { Query } from "#ui/list.tsx";
import type { Dimension, Question } from "./input.ts";
import type { Counts } from "./rules.ts";

/** The question as the links of the list carry it on. */
export const queryOf = (asked: Question): Query => asked;

const titles: Record<string, string> = {
  departement: "Département",
  epci: "Intercommunalité",
  commune: "Commune",
  famille: "Famille d’acteurs",
  type: "Type d’acteur",
  secteur: "Secteur d’action",
  odd: "Objectif de développement durable",
  pays: "Pays d’action",
  etiquette: "Étiquette",
  visibilite: "Qui voit la fiche",
  statut: "État de la fiche",
};

const titleOf = (dimension: Dimension, counts: Counts) =>
  titles[dimension] ?? counts.fields.find(({ name }) => name === dimension)?.title ?? dimension;

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

/** How many values of a filter are shown at first. */
const most = 7;

/** The filters of these dimensions, each value with what it would give; then those of the fields added in the settings. */
export function Filters({
  path,
  asked,
  counts,
  dimensions,
  open = dimensions,
}: {
  path: string;
  asked: Question;
  counts: Counts;
  dimensions: readonly Dimension[];
  /** Those that stand open before anything is chosen in them; the others are one click away. */
  open?: readonly Dimension[];
}) {
  return (
    <>
      {[...dimensions, ...counts.fields.map(({ name }) => name)].map((dimension) => (
        <Facet
          title={titleOf(dimension, counts)}
          name={dimension}
          values={counts.facets[dimension] ?? []}
          path={path}
          query={queryOf(asked)}
          most={most}
          open={open.includes(dimension)}
        />
      ))}
    </>
  );
}

/** What is asked, in words: `« mali », Nord, OSIM`. Empty when nothing is. */
export function wordsOf(asked: Question, counts: Counts): string {
  const filters = chosenValues(asked, counts).map(({ label }) => label);
  return [...(asked.q ? [`« ${asked.q} »`] : []), ...filters].join(", ");
}

/** The filters set, each with its title and what the value is called. */
export function chosenValues(asked: Question, counts: Counts) {
  const names = [...Object.keys(titles), ...counts.fields.map(({ name }) => name)] as Dimension[];
  return names.flatMap((name) => {
    const line = asked[name] && counts.facets[name]?.find(({ value }) => value === asked[name]);
    return line ? [{ name, title: titleOf(name, counts), label: line.label }] : [];
  });
}
