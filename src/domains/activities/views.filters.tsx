import { activities } from "#paths/activities.ts";
import { Facet, WordSearch } from "#ui/filters.tsx";
import { formatMonth } from "#ui/format.ts";
import { type Query, withQuery } from "#ui/list.tsx";
import type { MeetingQuestion } from "./input.list.ts";
import type { MeetingList } from "./queries.list.ts";
import { askedQuery, settings } from "./texts.ts";

interface Props {
  list: MeetingList;
  asked: MeetingQuestion;
}

const path = activities.all();

/** What was asked, as the addresses of this page say it; the year that was found for the reader is said too. */
export function queryOf({ year }: MeetingList, asked: MeetingQuestion): Query {
  return { ...askedQuery(asked), annee: year ?? "toutes" };
}

export function Filters({ list, asked, query }: Props & { query: Query }) {
  const { annee: _, etat: __, tri: ___, page: ____, ...filters } = asked;
  const filtered = Object.values(filters).some((filter) => filter !== undefined);
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher dans les réunions"
        field="Mots du sujet, lieu, organisation"
        words={asked.q}
        query={query}
      />
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
      <Facet title="Pôle" name="pole" path={path} query={query} values={list.poles} />
      <Facet title="Axe" name="axe" path={path} query={query} values={list.axes} open={false} />
      <Facet title="Mission" name="mission" path={path} query={query} values={list.missions} open={false} />
      <Facet
        title="Dispositif"
        name="dispositif"
        path={path}
        query={query}
        values={list.schemes}
        open={false}
      />
      <Facet title="Équipe" name="equipe" path={path} query={query} values={list.team} open={false} />
    </>
  );
}
