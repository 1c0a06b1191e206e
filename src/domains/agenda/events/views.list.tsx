import { agenda } from "#paths/agenda.ts";
import { YearLinks } from "#ui/filters.tsx";
import { formatHours, formatInstant, formatNumber, formatShare, plural } from "#ui/format.ts";
import { ExportLinks, Listing, ListTable, Pagination, type Query, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import { type EventQuestion, pageSize } from "./input.list.ts";
import type { EventLine, EventList } from "./queries.list.ts";
import { eventColumns } from "./views.columns.tsx";
import { upToList } from "./views.edit.tsx";
import { Filters, queryOf, withoutFilters } from "./views.filters.tsx";

interface Props {
  list: EventList;
  asked: EventQuestion;
  mayWrite: boolean;
}

const path = agenda.all();

/** `Agenda de 2021`, `Agenda à venir`, `Agenda`. */
export const listTitle = ({ year }: EventList, { quand, etat }: EventQuestion) =>
  etat === "supprimes"
    ? "Événements supprimés"
    : quand
      ? "Agenda à venir"
      : year
        ? `Agenda de ${year}`
        : "Agenda";

export function EventListPage({ list, asked, mayWrite }: Props) {
  const query = queryOf(list, asked);
  if (asked.etat === "supprimes")
    return <RemovedPage title={listTitle(list, asked)} removed={list.removed} />;
  return (
    <>
      <PageHeader title={listTitle(list, asked)} lead={<Years list={list} asked={asked} query={query} />}>
        {mayWrite ? <ButtonLink href={agenda.add()} label="Ajouter à l’agenda" accesskey="n" /> : null}
        <ButtonLink href={agenda.programme()} label="Programme de l’année" kind="quiet" />
        <ButtonLink href={agenda.catalogue()} label="Catalogue" kind="quiet" />
      </PageHeader>
      {list.years.length === 0 && list.total === 0 ? (
        <EmptyState title="L’agenda est vide">
          <p>
            Webinaires, groupes de travail, forums, formations : ce qui y est noté paraît sur le site, se
            retrouve dans les calendriers, et le bilan en part.
          </p>
          {mayWrite ? <ButtonLink href={agenda.add()} label="Ajouter à l’agenda" /> : null}
        </EmptyState>
      ) : (
        <>
          <Totals list={list} asked={asked} />
          <Listing filters={<Filters list={list} asked={asked} query={query} />}>
            <Lines list={list} asked={asked} query={query} />
          </Listing>
        </>
      )}
      <p>
        <a href={agenda.proposals()}>Événements proposés</a> ·{" "}
        <a href={withQuery(path, { annee: "toutes", etat: "supprimes" })}>Événements supprimés</a>
      </p>
    </>
  );
}

function Years({ list, asked, query }: Omit<Props, "mayWrite"> & { query: Query }) {
  const years = { ...query, quand: undefined };
  return (
    <>
      {asked.quand ? null : (
        <p>
          <a href={withQuery(path, { ...query, annee: undefined }, { quand: "a-venir" })}>À venir</a>
        </p>
      )}
      <YearLinks path={path} query={years} year={list.year} years={list.years} />
    </>
  );
}

function Totals({ list, asked }: Omit<Props, "mayWrite">) {
  return (
    <Figures>
      <Figure
        value={formatNumber(list.sessions)}
        label={list.sessions < 2 ? "date du réseau" : "dates du réseau"}
      />
      <Figure
        value={formatNumber(list.participants)}
        label={list.participants < 2 ? "personne venue" : "personnes venues"}
      />
      <Figure value={formatHours(list.duration_minutes)} label="en tout" />
      {asked.cadre ? null : (
        <Figure value={formatShare(list.sessions > 0 ? list.online / list.sessions : 0)} label="en ligne" />
      )}
    </Figures>
  );
}

function Lines({ list, asked, query }: Omit<Props, "mayWrite"> & { query: Query }) {
  if (list.total === 0)
    return (
      <EmptyState title="Rien dans l’agenda ne répond à cette question">
        <p>
          <a href={withoutFilters(query)}>Effacer les filtres</a>
        </p>
      </EmptyState>
    );
  return (
    <>
      <ListTable<EventLine>
        caption={`${listTitle(list, asked)}, ${plural(list.total, "ligne")}`}
        rows={list.lines}
        path={path}
        query={query}
        sort={asked.tri ?? (asked.quand ? "date" : "-date")}
        columns={eventColumns}
      />
      <Pagination page={asked.page} size={pageSize} total={list.total} path={path} query={query} />
      <ExportLinks path={path} query={query} />
    </>
  );
}

function RemovedPage({ title, removed }: { title: string; removed: EventList["removed"] }) {
  return (
    <>
      <PageHeader title={title} trail={upToList} />
      {removed.length === 0 ? (
        <EmptyState title="Aucun événement n’est supprimé">
          <p>Un événement supprimé attend ici d’être rétabli.</p>
        </EmptyState>
      ) : (
        <ul>
          {removed.map((event) => (
            <li>
              <a href={agenda.one(event.id)}>{event.title}</a>, supprimé le{" "}
              {formatInstant(new Date(event.removed_at))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
