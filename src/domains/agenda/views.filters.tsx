import { agenda } from "#paths/agenda.ts";
import { Hidden, SearchForm, Submit, TextField } from "#ui/form.tsx";
import { Facet, type Query, withQuery } from "#ui/list.tsx";
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

/** The year before, the year after, all of them; filters are kept. */
export function YearLinks({ list: { year, years }, query }: { list: SessionList; query: Query }) {
  const link = (target: number | string, label: string, rel?: string) => (
    <a href={withQuery(path, query, { annee: target, page: undefined })} rel={rel}>
      {label}
    </a>
  );
  const before = year ? years.find((one) => one.year < year)?.year : undefined;
  const after = year ? years.findLast((one) => one.year > year)?.year : undefined;
  return (
    <nav aria-label="Années" class="years">
      {before ? <>{link(before, `← ${before}`, "prev")} </> : null}
      {after ? <>{link(after, `${after} →`, "next")} </> : null}
      {year && years.length > 0 ? link("toutes", "Toutes les années") : null}
      {year ? null : years.map((one) => <>{link(one.year, String(one.year))} </>)}
    </nav>
  );
}

export function Filters({ list, asked, query }: Props) {
  const others = { ...query, q: undefined, page: undefined };
  return (
    <>
      <SearchForm action={path} label="Chercher dans les formations">
        {Object.entries(others).map(([name, value]) =>
          value === undefined ? null : <Hidden name={name} value={String(value)} />,
        )}
        <TextField
          name="q"
          type="search"
          label="Mots de l’intitulé, lieu"
          value={asked.q}
          autocomplete="off"
        />
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
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
