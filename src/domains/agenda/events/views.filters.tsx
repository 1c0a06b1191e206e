import { agenda } from "#paths/agenda.ts";
import { Facet, WordSearch } from "#ui/filters.tsx";
import { type Query, withQuery } from "#ui/list.tsx";
import type { EventQuestion } from "./input.list.ts";
import type { EventList } from "./queries.list.ts";

interface Props {
  list: EventList;
  asked: EventQuestion;
  query: Query;
}

const path = agenda.all();
const settings: Readonly<Record<string, string>> = { "en-ligne": "En ligne", "sur-place": "Sur place" };
const origins: Readonly<Record<string, string>> = { reseau: "Du réseau", relaye: "Relayé d’un autre" };

/** What was asked, as the addresses of this page say it; the year that was found for the reader is said too. */
export function queryOf({ year }: EventList, { page, quand, ...filters }: EventQuestion): Query {
  return {
    ...filters,
    ...(quand ? { quand } : { annee: year ?? "toutes" }),
    page: page === 1 ? undefined : page,
  };
}

/** The same question at the same time, without what narrows it. */
export const withoutFilters = (query: Query) =>
  withQuery(path, { annee: query["annee"], quand: query["quand"] });

export function Filters({ list, asked, query }: Props) {
  const { q, genre, cadre, origine, etat, pole, axe } = asked;
  const facet = (
    name: keyof EventList["facets"],
    title: string,
    labels: Readonly<Record<string, string>> = {},
  ) => (
    <Facet
      title={title}
      name={name}
      path={path}
      query={query}
      most={10}
      values={list.facets[name].map((value) => ({ ...value, label: labels[value.value] ?? value.label }))}
    />
  );
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher dans l’agenda"
        field="Mots du titre, lieu, organisateur"
        words={q}
        query={query}
      />
      {q || genre || cadre || origine || etat || pole || axe ? (
        <p>
          <a href={withoutFilters(query)}>Effacer les filtres</a>
        </p>
      ) : null}
      {facet("genre", "Type")}
      {facet("etat", "État")}
      {facet("cadre", "Cadre", settings)}
      {facet("origine", "Origine", origins)}
      {facet("pole", "Pôle")}
      {facet("axe", "Axe")}
    </>
  );
}
