import { activities } from "#paths/activities.ts";
import { Hidden, SearchForm, Submit, TextField } from "#ui/form.tsx";
import {
  formatDuration,
  formatHours,
  formatMonth,
  formatNumber,
  formatShortDay,
  plural,
} from "#ui/format.ts";
import { ExportLinks, Facet, Listing, ListTable, Pagination, type Query, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import { type MeetingQuestion, pageSize } from "./input.list.ts";
import type { MeetingLine, MeetingList } from "./queries.list.ts";
import { settingLabel, settings } from "./texts.ts";

interface Props {
  list: MeetingList;
  asked: MeetingQuestion;
  mayWrite: boolean;
}

const path = activities.all();

/** `Réunions de 2021`, `Réunions`, `Réunions supprimées`. */
export const listTitle = ({ year }: MeetingList, asked: MeetingQuestion) =>
  asked.etat ? "Réunions supprimées" : year ? `Réunions de ${year}` : "Réunions";

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

export function MeetingListPage({ list, asked, mayWrite }: Props) {
  const query = queryOf(list, asked);
  return (
    <>
      <PageHeader title={listTitle(list, asked)} lead={<YearLinks list={list} asked={asked} />}>
        {mayWrite ? <ButtonLink href={activities.add()} label="Noter une réunion" accesskey="n" /> : null}
      </PageHeader>
      {list.years.length === 0 ? (
        <NothingYet asked={asked} mayWrite={mayWrite} />
      ) : (
        <>
          <Figures>
            <Figure value={formatNumber(list.total)} label={list.total < 2 ? "réunion" : "réunions"} />
            <Figure value={formatHours(list.duration_minutes)} label="de réunion" />
            <Figure
              value={formatNumber(list.participants)}
              label={list.participants < 2 ? "participation" : "participations"}
            />
          </Figures>
          <Listing filters={<Filters list={list} asked={asked} query={query} />}>
            <Lines list={list} asked={asked} query={query} />
          </Listing>
        </>
      )}
      <p>
        {asked.etat ? (
          <a href={path}>Revenir aux réunions</a>
        ) : (
          <a href={withQuery(path, { annee: "toutes", etat: "supprimees" })}>Réunions supprimées</a>
        )}
      </p>
    </>
  );
}

/** The year before, the year after, all of them; filters other than the month are kept. */
function YearLinks({ list, asked }: Omit<Props, "mayWrite">) {
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

function Filters({ list, asked, query }: Omit<Props, "mayWrite"> & { query: Query }) {
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

function Lines({ list, asked, query }: Omit<Props, "mayWrite"> & { query: Query }) {
  if (list.total === 0)
    return (
      <EmptyState title="Aucune réunion ne répond à cette question">
        <p>
          <a href={withQuery(path, { annee: query["annee"] })}>Effacer les filtres</a>
        </p>
      </EmptyState>
    );
  return (
    <>
      <ListTable<MeetingLine>
        caption={`${listTitle(list, asked)}, ${plural(list.total, "ligne")}`}
        rows={list.lines}
        path={path}
        query={query}
        sort={asked.tri}
        columns={[
          { label: "Date", sort: "date", cell: (line) => formatShortDay(line.held_on) },
          {
            label: "Sujet",
            sort: "sujet",
            cell: (line) => <a href={activities.one(line.id)}>{line.subject}</a>,
          },
          { label: "Type", sort: "type", cell: (line) => line.type },
          { label: "Lieu", cell: wherePlace },
          {
            label: "Durée",
            sort: "duree",
            numeric: true,
            cell: (line) => formatDuration(line.duration_minutes),
          },
          {
            label: "Participants",
            sort: "participants",
            numeric: true,
            cell: (line) => formatNumber(line.participants),
          },
        ]}
      />
      <Pagination page={asked.page} size={pageSize} total={list.total} path={path} query={query} />
      {asked.etat ? null : <ExportLinks path={path} query={query} />}
    </>
  );
}

/** `Lille`, `En ligne`, or both when people were in both. */
const wherePlace = ({ places, online }: MeetingLine) =>
  places === "" ? settingLabel("online") : online ? `${places} et en ligne` : places;

function NothingYet({ asked, mayWrite }: Pick<Props, "asked" | "mayWrite">) {
  if (asked.etat)
    return (
      <EmptyState title="Aucune réunion n’est supprimée">
        <p>Une réunion supprimée attend ici d’être rétablie.</p>
      </EmptyState>
    );
  return (
    <EmptyState title="Aucune réunion n’est notée">
      <p>
        Le journal tient les réunions de l’équipe : sujet, date, durée, lieu, participants. Le bilan en part.
      </p>
      {mayWrite ? <ButtonLink href={activities.add()} label="Noter une réunion" /> : null}
    </EmptyState>
  );
}
