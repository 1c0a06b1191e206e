import { agenda } from "#paths/agenda.ts";
import { Facet, WordSearch } from "#ui/filters.tsx";
import { type Query, withQuery } from "#ui/list.tsx";
import type { SessionQuestion } from "./input.list.ts";
import type { SessionList } from "./queries.list.ts";

interface Props {
  list: SessionList;
  asked: SessionQuestion;
  query: Query;
}

const path = agenda.all();

/** What was asked, as the addresses of this page say it; the year that was found for the reader is said too. */
export function queryOf({ year }: SessionList, { tri, page, ...filters }: SessionQuestion): Query {
  return {
    ...filters,
    annee: year ?? "toutes",
    tri: tri === "-date" ? undefined : tri,
    page: page === 1 ? undefined : page,
  };
}

export function Filters({ list, asked, query }: Props) {
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher dans les formations"
        field="Mots de l’intitulé, lieu"
        words={asked.q}
        query={query}
      />
      {asked.q || asked.cadre ? (
        <p>
          <a href={withQuery(path, { annee: query["annee"] })}>Effacer les filtres</a>
        </p>
      ) : null}
      <Facet
        title="Cadre"
        name="cadre"
        path={path}
        query={query}
        values={[
          { value: "en-ligne", label: "En ligne", count: list.online },
          { value: "sur-place", label: "Sur place", count: list.on_site },
        ]}
      />
    </>
  );
}
