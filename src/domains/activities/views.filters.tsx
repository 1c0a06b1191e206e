import { activities } from "#paths/activities.ts";
import { Hidden, SearchForm, Submit, TextField } from "#ui/form.tsx";
import { formatMonth } from "#ui/format.ts";
import { Facet, type Query, withQuery } from "#ui/list.tsx";
import type { MeetingQuestion } from "./input.list.ts";
import type { MeetingList } from "./queries.list.ts";
import { settings } from "./texts.ts";

interface Props {
  list: MeetingList;
  asked: MeetingQuestion;
}

const path = activities.all();

/** What was asked, as the addresses of this page say it; the year that was found for the reader is said too. */
export function queryOf({ year }: MeetingList, asked: MeetingQuestion): Query {
  const { tri, page, ...filters } = asked;
  return {
    ...filters,
    annee: year ?? "toutes",
    tri: tri === "-date" ? undefined : tri,
    page: page === 1 ? undefined : page,
  };
}

/** The year before, the year after, all of them; filters other than the month are kept. */
export function YearLinks({ list, asked }: Props) {
  const { year, years } = list;
  const query = { ...queryOf(list, asked), page: undefined, mois: undefined };
  const link = (target: number | string, label: string, rel?: string) => (
    <a href={withQuery(path, query, { annee: target })} rel={rel}>
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

export function Filters({ list, asked, query }: Props & { query: Query }) {
  const others = { ...query, q: undefined, page: undefined };
  const filtered = asked.q || asked.mois || asked.type || asked.lieu || asked.cadre || asked.import;
  return (
    <>
      <SearchForm action={path} label="Chercher dans les réunions">
        {Object.entries(others).map(([name, value]) =>
          value === undefined ? null : <Hidden name={name} value={String(value)} />,
        )}
        <TextField
          name="q"
          type="search"
          label="Mots du sujet, lieu, organisation"
          value={asked.q}
          autocomplete="off"
        />
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
      {filtered ? (
        <p>
          <a href={withQuery(path, { annee: query["annee"], etat: query["etat"] })}>Effacer les filtres</a>
        </p>
      ) : null}
      <Facet
        title="Cadre"
        name="cadre"
        path={path}
        query={query}
        values={settings.flatMap(({ code, name, label }) => {
          const count = list.settings.find((line) => line.value === code)?.count;
          return count || name === asked.cadre ? [{ value: name, label, count: count ?? 0 }] : [];
        })}
      />
      <Facet title="Type" name="type" path={path} query={query} values={list.types} />
      <Facet
        title="Mois"
        name="mois"
        path={path}
        query={{ ...query, mois: asked.mois }}
        values={list.months.map(({ value, count }) => ({
          value: String(value),
          label: formatMonth(value),
          count,
        }))}
      />
      <Facet title="Lieu" name="lieu" path={path} query={query} values={list.places} />
    </>
  );
}
