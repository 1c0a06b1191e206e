import { agenda } from "#paths/agenda.ts";
import { YearLinks } from "#ui/filters.tsx";
import { formatDuration, formatHours, formatInstant, formatNumber, formatShare, plural } from "#ui/format.ts";
import { ExportLinks, Listing, ListTable, Pagination, type Query, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, Figure, Figures, PageHeader, Tag } from "#ui/page.tsx";
import { pageSize, type SessionQuestion } from "./input.list.ts";
import type { SessionLine, SessionList } from "./queries.list.ts";
import { wordPlace, wordShortDays } from "./texts.ts";
import { upToList } from "./views.entry.tsx";
import { Filters, queryOf } from "./views.filters.tsx";

interface Props {
  list: SessionList;
  asked: SessionQuestion;
  mayWrite: boolean;
}

const path = agenda.all();

/** `Formations de 2021`, `Formations`. */
export const listTitle = ({ year }: SessionList) => (year ? `Formations de ${year}` : "Formations");

export function SessionListPage({ list, asked, mayWrite }: Props) {
  const query = queryOf(list, asked);
  const held = list.online + list.on_site;
  return (
    <>
      <PageHeader
        title={listTitle(list)}
        lead={<YearLinks path={path} query={query} year={list.year} years={list.years} />}
      >
        {mayWrite ? <ButtonLink href={agenda.add()} label="Ajouter une formation" accesskey="n" /> : null}
      </PageHeader>
      {list.years.length === 0 ? (
        <EmptyState title="Aucune formation n’est enregistrée">
          <p>
            Chaque session y est notée : ses dates, ses heures, les personnes formées, son lieu. Le bilan en
            part.
          </p>
          {mayWrite ? <ButtonLink href={agenda.add()} label="Ajouter une formation" /> : null}
        </EmptyState>
      ) : (
        <>
          <Figures>
            <Figure value={formatNumber(list.total)} label={list.total < 2 ? "session" : "sessions"} />
            <Figure
              value={formatNumber(list.participants)}
              label={list.participants < 2 ? "personne formée" : "personnes formées"}
            />
            <Figure value={formatHours(list.duration_minutes)} label="de formation" />
            {asked.cadre ? null : (
              <Figure value={formatShare(held > 0 ? list.online / held : 0)} label="en ligne" />
            )}
          </Figures>
          <Listing filters={<Filters list={list} asked={asked} query={query} />}>
            <Lines list={list} asked={asked} query={query} />
          </Listing>
        </>
      )}
      {list.without_session.length > 0 ? (
        <>
          <h2>Formations sans session</h2>
          <ul>
            {list.without_session.map(({ id, title }) => (
              <li>
                <a href={agenda.one(id)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={withQuery(path, { etat: "supprimees" })}>Formations supprimées</a>
      </p>
    </>
  );
}

function Lines({ list, asked, query }: Omit<Props, "mayWrite"> & { query: Query }) {
  if (list.total === 0)
    return (
      <EmptyState title="Aucune session ne répond à cette question">
        <p>
          <a href={withQuery(path, { annee: query["annee"] })}>Effacer les filtres</a>
        </p>
      </EmptyState>
    );
  return (
    <>
      <ListTable<SessionLine>
        caption={`${listTitle(list)}, ${plural(list.total, "session")}`}
        rows={list.lines}
        path={path}
        query={query}
        sort={asked.tri}
        columns={[
          { label: "Date", sort: "date", cell: wordShortDays },
          {
            label: "Intitulé",
            sort: "intitule",
            cell: (line) => (
              <>
                <a href={agenda.one(line.training_id)}>{line.title}</a>{" "}
                {line.visibility === "internal" ? <Tag label="interne" /> : null}
              </>
            ),
          },
          { label: "Lieu", cell: wordPlace },
          {
            label: "Durée",
            sort: "duree",
            numeric: true,
            cell: (line) => formatDuration(line.duration_minutes),
          },
          {
            label: "Personnes",
            sort: "participants",
            numeric: true,
            cell: (line) => formatNumber(line.participants),
          },
        ]}
      />
      <Pagination page={asked.page} size={pageSize} total={list.total} path={path} query={query} />
      <ExportLinks path={path} query={query} />
    </>
  );
}

export const removedTitle = "Formations supprimées";

/** The trainings that can be put back. */
export function RemovedTrainingsPage({
  trainings,
}: {
  trainings: readonly { id: number; title: string; removed_at: Date | null }[];
}) {
  return (
    <>
      <PageHeader title={removedTitle} trail={upToList} />
      {trainings.length === 0 ? (
        <EmptyState title="Aucune formation n’est supprimée">
          <p>Une formation supprimée attend ici d’être rétablie.</p>
        </EmptyState>
      ) : (
        <ul>
          {trainings.map(({ id, title, removed_at }) => (
            <li>
              <a href={agenda.one(id)}>{title}</a>
              {removed_at ? `, supprimée le ${formatInstant(removed_at)}` : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
